import { Counts } from '@chengxin/messaging';
import { Injectable } from '@nestjs/common';
import { CasesRepository } from './cases.repository.js';

/** What the service's status counts. */
@Injectable()
export class CaseCounts {
  constructor(private readonly repository: CasesRepository) {}

  @Counts('cases')
  async cases(): Promise<number> {
    return (await this.repository.counts()).cases;
  }

  @Counts('open')
  async open(): Promise<number> {
    return (await this.repository.counts()).open;
  }
}

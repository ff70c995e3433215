import { Counts } from '@chengxin/messaging';
import { Injectable } from '@nestjs/common';
import { CasesRepository } from './cases.repository.js';

/** What the service's status counts. */
@Injectable()
export class CaseCounts {
  constructor(private readonly repository: CasesRepository) {}

  @Counts('cases')
  cases(): Promise<number> {
    return this.repository.count();
  }

  @Counts('open')
  open(): Promise<number> {
    return this.repository.countOpen();
  }
}

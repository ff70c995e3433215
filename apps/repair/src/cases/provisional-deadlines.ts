import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CasesRepository } from './cases.repository.js';

/**
 * A deadline that crosses into a year without a holiday notice is provisional. The notice comes with a new law, and a new
 * law with a start: then what was provisional is computed anew, from the same history.
 */
@Injectable()
export class ProvisionalDeadlines implements OnApplicationBootstrap {
  constructor(private readonly cases: CasesRepository) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const row of await this.cases.withProvisionalDeadline()) await this.cases.relist(row);
  }
}

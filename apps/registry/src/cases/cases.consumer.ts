import { Controller } from '@nestjs/common';
import { CaseApprovedV1, CaseEffectsAwaitedV1 } from '@chengxin/contracts';
import { ActsOn, type Received } from '@chengxin/messaging';
import type { Transaction } from '@chengxin/platform';
import { RepairsService } from './repairs.service.js';

/** What repair cases ask of the registry. */
@Controller()
export class CasesConsumer {
  constructor(private readonly repairs: RepairsService) {}

  /** An approval ends a record; it is always answered. */
  @ActsOn(CaseApprovedV1)
  async approved(events: Received<CaseApprovedV1>[], tx: Transaction): Promise<void> {
    for (const event of events) await this.repairs.carryOut(tx, event);
  }

  /** A case still misses its receipt: the answer is given again. */
  @ActsOn(CaseEffectsAwaitedV1)
  async awaited(events: Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    for (const event of events) await this.repairs.answerAgain(tx, event);
  }
}

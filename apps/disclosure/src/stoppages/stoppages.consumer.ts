import { CaseEffectsAwaitedV1, RecordCollectedV1, RecordCorrectedV1, RecordRepairedV1 } from '@chengxin/contracts';
import { ActsOn, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { StoppagesService } from './stoppages.service.js';

/** Hears what ends a publication, and who still waits for the answer. */
@Controller()
export class StoppagesConsumer {
  constructor(private readonly stoppages: StoppagesService) {}

  @ActsOn(RecordRepairedV1)
  repaired(events: Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    return this.stoppages.repaired(events, tx);
  }

  @ActsOn(RecordCollectedV1, RecordCorrectedV1)
  recordsCame(events: Received<RecordCollectedV1 | RecordCorrectedV1>[], tx: Transaction): Promise<void> {
    return this.stoppages.recordsCame(events, tx);
  }

  @ActsOn(CaseEffectsAwaitedV1)
  awaited(events: Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    return this.stoppages.awaited(events, tx);
  }
}

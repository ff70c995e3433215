import { CaseEffectsAwaitedV1 } from '@chengxin/contracts';
import { ActsOn, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { ReceiptsService } from './receipts.service.js';

/** Hears which cases still wait. */
@Controller()
export class ReceiptsConsumer {
  constructor(private readonly receipts: ReceiptsService) {}

  @ActsOn(CaseEffectsAwaitedV1)
  awaited(events: Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    return this.receipts.awaited(events, tx);
  }
}

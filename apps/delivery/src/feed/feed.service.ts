import { type RecordRepairedV1 } from '@chengxin/contracts';
import { type Received } from '@chengxin/messaging';
import { afterCommit, type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { DeliveriesRepository } from '../sending/deliveries.repository.js';
import { Wake } from '../sending/wake.js';
import { EntriesRepository, type WrittenEntry } from './entries.repository.js';

/** Writes the feed. */
@Injectable()
export class FeedService {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly receipts: ReceiptsService,
    private readonly wake: Wake,
  ) {}

  /** Writes events into the feed and lines them up for the endpoints that want them. */
  async write(events: readonly Received[], tx: Transaction): Promise<WrittenEntry[]> {
    const head = await this.entries.lock(tx);
    const written = await this.entries.append(tx, events);
    await this.deliveries.lineUp(tx, head);
    afterCommit(tx, () => this.wake.raise());
    return written;
  }

  /** Writes repairs into the feed and answers the cases that wait for it. */
  async writeRepairs(events: readonly Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    await this.receipts.written(events, await this.write(events, tx), tx);
  }
}

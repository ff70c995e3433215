import {
  RecordAnnulledV1,
  RecordCollectedV1,
  RecordCorrectedV1,
  RecordExpiredV1,
  RecordFulfilledV1,
  RecordRepairedV1,
  RecordWithdrawnV1,
} from '@chengxin/contracts';
import { dataOf, On, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { copyOf, endingOf, expiryOf, fulfilmentOf, repairOf } from './record-copies.js';
import { RecordsRepository } from './records.repository.js';

/** Keeps the copy of records in step with `registry`. */
@Controller()
export class RecordsConsumer {
  constructor(private readonly records: RecordsRepository) {}

  @On(RecordCollectedV1, RecordCorrectedV1)
  stated(events: Received<RecordCollectedV1 | RecordCorrectedV1>[], tx: Transaction): Promise<void> {
    return this.records.remember(tx, dataOf(events).map(copyOf));
  }

  @On(RecordFulfilledV1)
  fulfilled(events: Received<RecordFulfilledV1>[], tx: Transaction): Promise<void> {
    return this.records.change(tx, dataOf(events).map(fulfilmentOf));
  }

  @On(RecordExpiredV1)
  expired(events: Received<RecordExpiredV1>[], tx: Transaction): Promise<void> {
    return this.records.change(tx, dataOf(events).map(expiryOf));
  }

  @On(RecordRepairedV1)
  repaired(events: Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    return this.records.change(tx, dataOf(events).map(repairOf));
  }

  @On(RecordWithdrawnV1)
  withdrawn(events: Received<RecordWithdrawnV1>[], tx: Transaction): Promise<void> {
    return this.records.change(
      tx,
      events.map(({ data }) => endingOf(data, 'withdrawn')),
    );
  }

  @On(RecordAnnulledV1)
  annulled(events: Received<RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    return this.records.change(
      tx,
      events.map(({ data }) => endingOf(data, 'annulled')),
    );
  }
}

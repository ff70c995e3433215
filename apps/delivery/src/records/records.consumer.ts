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
import { RecordsRepository } from './records.repository.js';

/** Keeps in step with `registry` which records are still shared. */
@Controller()
export class RecordsConsumer {
  constructor(private readonly records: RecordsRepository) {}

  @On(RecordCollectedV1, RecordCorrectedV1)
  stated(events: Received<RecordCollectedV1 | RecordCorrectedV1>[], tx: Transaction): Promise<void> {
    return this.records.remember(tx, dataOf(events));
  }

  @On(RecordFulfilledV1)
  fulfilled(events: Received<RecordFulfilledV1>[], tx: Transaction): Promise<void> {
    return this.records.change(tx, dataOf(events));
  }

  @On(RecordExpiredV1)
  expired(events: Received<RecordExpiredV1>[], tx: Transaction): Promise<void> {
    return this.records.change(tx, dataOf(events));
  }

  @On(RecordRepairedV1)
  repaired(events: Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    return this.records.end(tx, dataOf(events));
  }

  @On(RecordWithdrawnV1, RecordAnnulledV1)
  takenBack(events: Received<RecordWithdrawnV1 | RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    return this.records.end(tx, dataOf(events));
  }
}

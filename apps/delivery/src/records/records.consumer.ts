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
import { RecordsRepository, type SharingFact } from './records.repository.js';

/** Keeps in step with `registry` which records are still shared. */
@Controller()
export class RecordsConsumer {
  constructor(private readonly records: RecordsRepository) {}

  @On(RecordCollectedV1, RecordCorrectedV1)
  stated(events: Received<RecordCollectedV1 | RecordCorrectedV1>[], tx: Transaction): Promise<void> {
    return this.records.remember(tx, dataOf(events));
  }

  @On<SharingFact>(RecordFulfilledV1, RecordExpiredV1)
  changed(events: Received<SharingFact>[], tx: Transaction): Promise<void> {
    return this.records.change(tx, dataOf(events));
  }

  @On<SharingFact>(RecordRepairedV1, RecordWithdrawnV1, RecordAnnulledV1)
  ended(events: Received<SharingFact>[], tx: Transaction): Promise<void> {
    return this.records.end(tx, dataOf(events));
  }
}

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
import type { Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { type Redated, RecordsRepository } from './records.repository.js';

/** Keeps the copies of records in step with `registry`. */
@Controller()
export class RecordsConsumer {
  constructor(private readonly records: RecordsRepository) {}

  @On(RecordCollectedV1, RecordCorrectedV1)
  stated(events: Received<RecordCollectedV1 | RecordCorrectedV1>[], tx: Transaction): Promise<void> {
    return this.records.remember(tx, dataOf(events));
  }

  @On<Redated>(RecordFulfilledV1, RecordExpiredV1, RecordRepairedV1)
  redated(events: Received<Redated>[], tx: Transaction): Promise<void> {
    return this.records.redate(tx, dataOf(events));
  }

  @On(RecordWithdrawnV1, RecordAnnulledV1)
  takenBack(events: Received<RecordWithdrawnV1 | RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    return this.records.takeBack(tx, dataOf(events));
  }
}

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
import { changeOf, type RecordChange } from './record-changes.js';
import { RecordsRepository } from './records.repository.js';

const changesOf = <T extends object>(events: readonly Received<T>[], change: (data: T) => RecordChange): RecordChange[] =>
  events.map(({ data }) => change(data));

/** Keeps records in step with `registry`. */
@Controller()
export class RecordsConsumer {
  constructor(private readonly records: RecordsRepository) {}

  @On(RecordCollectedV1, RecordCorrectedV1)
  stated(events: Received<RecordCollectedV1 | RecordCorrectedV1>[], tx: Transaction): Promise<void> {
    return this.records.remember(tx, dataOf(events));
  }

  @On(RecordFulfilledV1)
  fulfilled(events: Received<RecordFulfilledV1>[], tx: Transaction): Promise<void> {
    const changes = changesOf(events, (data) => changeOf(data, { fulfilment: 'met', fulfilledOn: data.fulfilledOn }));
    return this.records.change(tx, changes);
  }

  @On(RecordExpiredV1)
  expired(events: Received<RecordExpiredV1>[], tx: Transaction): Promise<void> {
    return this.records.change(
      tx,
      changesOf(events, (data) => changeOf(data)),
    );
  }

  @On(RecordRepairedV1)
  repaired(events: Received<RecordRepairedV1>[], tx: Transaction): Promise<void> {
    return this.records.repair(tx, dataOf(events));
  }

  @On(RecordWithdrawnV1)
  withdrawn(events: Received<RecordWithdrawnV1>[], tx: Transaction): Promise<void> {
    return this.records.change(
      tx,
      changesOf(events, (data) => changeOf(data, { state: 'withdrawn', endedOn: data.on })),
    );
  }

  @On(RecordAnnulledV1)
  annulled(events: Received<RecordAnnulledV1>[], tx: Transaction): Promise<void> {
    return this.records.change(
      tx,
      changesOf(events, (data) => changeOf(data, { state: 'annulled', endedOn: data.on })),
    );
  }
}

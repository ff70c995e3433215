import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@chengxin/kernel';
import { Clock, type DueTimer, OnTimer, type Transaction } from '@chengxin/platform';
import { endedOn, nextEnding } from '@chengxin/registry';
import { changeOf } from './record-change.js';
import type { RecordChange, RecordFact } from './record-fact.js';
import type { RecordRow } from './record.row.js';
import { PUBLICITY_ENDS, RecordsRepository } from './records.repository.js';

/** Proves that a last day is over. The date binds by itself; the event starts the answers of the other services. */
@Injectable()
export class PublicityEndings {
  constructor(
    private readonly records: RecordsRepository,
    private readonly clock: Clock,
  ) {}

  /** Announces every end of an enterprise's records that lies behind; the enterprise's lock is held. */
  @OnTimer(PUBLICITY_ENDS)
  async end({ key }: DueTimer, tx: Transaction): Promise<void> {
    const today = this.clock.today();
    const rows = await this.records.ended(tx, key, today);
    await this.records.save(
      tx,
      rows.map((row) => expired(row, today)),
      { actor: 'registry' },
    );
    await this.records.setTimers(tx, new Set([key]));
  }
}

function expired(row: RecordRow, today: LocalDate): RecordChange {
  const facts: RecordFact[] = [];
  const { publicity } = row.state;
  let last = row.nextEnding ?? undefined;
  while (last && last < today) {
    facts.push({ effectiveOn: last, details: { kind: 'expired', ended: endedOn(publicity, last), on: last }, record: row.state });
    last = nextEnding(publicity, addDays(last, 1));
  }
  return { ...changeOf(row), facts };
}

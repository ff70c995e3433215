import { Injectable } from '@nestjs/common';
import { type LocalDate, maskedTexts, parseLocalDate, type Result } from '@chengxin/kernel';
import {
  accepted,
  type Actor,
  Clock,
  inTransaction,
  InvalidRequest,
  LawInForce,
  lock,
  PLATFORM_REFUSALS,
  problem,
  requireVersion,
  type Transaction,
} from '@chengxin/platform';
import { type CreditRecord, type FactRefusal, fulfil, type Statement, takeBack } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { REFUSALS } from '../refusals.js';
import { SourceQuality } from '../sources/figures/source-quality.js';
import type { FulfilmentDto, TakeBackDto } from './dto/facts.dto.js';
import { changeOf } from './record-change.js';
import { isOwn } from './record-looks.js';
import type { FactDetails } from './record-fact.js';
import { RecordRow } from './record.row.js';
import { RecordsRepository } from './records.repository.js';

/** A record, who says something about it, and on which of its versions that is based, where it must be. */
export type RecordRef = { id: string; actor: Actor; version?: number };

/** Facts that units state about their records one by one. */
@Injectable()
export class RecordsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: RecordsRepository,
    private readonly law: LawInForce,
    private readonly clock: Clock,
    private readonly quality: SourceQuality,
  ) {}

  /** A record of an identifier that the registry itself has given. */
  find(id: string): Promise<RecordRow> {
    return this.dataSource.manager.findOneByOrFail(RecordRow, { id });
  }

  /** The duties are met: what, since which day, proved by what. */
  fulfil(ref: RecordRef, { fulfilledOn, what, proof }: FulfilmentDto): Promise<RecordRow> {
    const on = dateIn(fulfilledOn, '/fulfilledOn');
    const said = maskedTexts({ kind: 'fulfilled' as const, fulfilledOn: on, what, proof });
    return this.state(
      ref,
      on,
      (record, statement) => fulfil(this.law.law, record, statement),
      ({ authority }) => ({ ...said, unit: authority }),
    );
  }

  /** The source takes the record back, or its decision was annulled. */
  takeBack(ref: RecordRef, action: 'withdraw' | 'annul', { on: day, reason, document }: TakeBackDto): Promise<RecordRow> {
    const on = dateIn(day, '/on');
    const kind = action === 'withdraw' ? ('withdrawn' as const) : ('annulled' as const);
    const said = maskedTexts({ kind, on, reason, document });
    return this.state(
      ref,
      on,
      (record, statement) => takeBack(record, action, statement),
      ({ authority }) => ({ ...said, unit: authority }),
    );
  }

  /** Reads the record under the lock of its enterprise, lets `step` decide, and stores what happened: all of it or none. */
  private state(
    ref: RecordRef,
    on: LocalDate,
    step: (record: CreditRecord, statement: Statement) => Result<CreditRecord, FactRefusal>,
    detailsOf: (record: CreditRecord) => FactDetails,
  ): Promise<RecordRow> {
    return this.underLock(ref, async (tx, row) => {
      const today = this.clock.today();
      const statement = { unit: ref.actor.unit ?? '', on, today };
      const record = accepted(step(row.state, statement), REFUSALS);
      const change = changeOf(row);
      const details = detailsOf(record);
      const facts = [{ effectiveOn: on, details, record }];
      await this.records.save(tx, [{ ...change, record, facts }], { actor: ref.actor.subject });
      const { kind } = details;
      if (kind === 'withdrawn' || kind === 'annulled') await this.quality.overturned(tx, record, kind, today);
    });
  }

  /** Runs `work` on a record of the actor's own unit in one transaction that holds its enterprise's lock, and gives the record after it; 404 for any other. */
  async underLock({ id, actor, version }: RecordRef, work: (tx: Transaction, row: RecordRow) => Promise<void>): Promise<RecordRow> {
    const found = await this.records.find(this.dataSource.manager, id);
    if (!found || !isOwn(found, actor)) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, found.creditCode);
      const row = await tx.findOneByOrFail(RecordRow, { id });
      if (version !== undefined) requireVersion(row.version, version);
      await work(tx, row);
      return tx.findOneByOrFail(RecordRow, { id });
    });
  }
}

/** A real day; throws 400 with the pointer otherwise. */
function dateIn(text: string, pointer: string): LocalDate {
  const date = parseLocalDate(text);
  if (date) return date;
  throw new InvalidRequest([{ in: 'body', pointer, rule: 'isDate', zh: '不是真实的日期', en: 'is no real day' }]);
}

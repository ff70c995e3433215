import { Injectable } from '@nestjs/common';
import { Outbox } from '@chengxin/messaging';
import { knownAt, type Transaction } from '@chengxin/platform';
import type { Subject } from '@chengxin/registry';
import { In } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import type { Report } from '../intake/row.js';
import { subjectEvent } from './subject.contract.js';
import { SubjectRow } from './subject.row.js';

/** A subject that a transaction changes: its version before (0: new), and its states in their order, each a version of its own. */
export type SubjectChange = { version: number; knownAt?: Date; states: Subject[] };

const CURRENT = {
  name: 'subjects',
  columns: { credit_code: 'text', version: 'integer', as_of: 'date', state: 'jsonb', known_at: 'timestamptz' },
} as const;

const VERSIONS = {
  name: 'subject_versions',
  columns: { ...CURRENT.columns, source_unit_code: 'text', actor: 'text', batch_id: 'uuid' },
} as const;

const UPDATE = `
  update subjects s set version = n.version, as_of = n.as_of, state = n.state, known_at = n.known_at
    from jsonb_to_recordset($1) as n(credit_code text, version integer, as_of date, state jsonb, known_at timestamptz, before integer)
   where s.credit_code = n.credit_code and s.version = n.before`;

const CONFIRM = `
  update subjects s set as_of = n.as_of, state = jsonb_set(s.state, '{asOf}', to_jsonb(n.as_of::text))
    from jsonb_to_recordset($1) as n(credit_code text, as_of date)
   where s.credit_code = n.credit_code and s.as_of < n.as_of`;

/** Credit subjects, their versions and the events about them. The locks of the codes must be held. */
@Injectable()
export class SubjectsRepository {
  constructor(private readonly outbox: Outbox) {}

  /** Which of these codes are in the register. */
  async known(tx: Transaction, creditCodes: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ code: string }[]>(`select credit_code as code from subjects where credit_code = any($1)`, [creditCodes]);
    return new Set(rows.map(({ code }) => code));
  }

  /** The subjects of these codes, by code. */
  async standing(tx: Transaction, creditCodes: readonly string[]): Promise<Map<string, SubjectRow>> {
    const rows = await tx.findBy(SubjectRow, { creditCode: In([...creditCodes]) });
    return new Map(rows.map((row) => [row.creditCode, row]));
  }

  /** Stores new states as versions and announces each; throws when a version was not the last. */
  async save(tx: Transaction, changes: readonly SubjectChange[], { unit, actor, batchId }: Report): Promise<void> {
    if (changes.length === 0) return;
    const drawn = await knownAt(tx);
    const rows = changes.flatMap((change) => currentOf(change, drawn));
    await insertRows(
      tx,
      CURRENT,
      rows.filter(({ before }) => before === 0),
    );
    await this.update(
      tx,
      rows.filter(({ before }) => before > 0),
    );
    const versions = changes.flatMap((change) => versionsOf(change, drawn));
    const brought = { source_unit_code: unit.code, actor, batch_id: batchId };
    await insertRows(
      tx,
      VERSIONS,
      versions.map((version) => ({ ...version, ...brought })),
    );
    const announced = versions.map(({ state, version, known_at }) =>
      subjectEvent(state, { version, knownAt: known_at, sourceUnit: unit, batchId }),
    );
    await this.outbox.add(tx, announced);
  }

  /** Notes that a later register says the same: an older one in between will not overwrite it. */
  async confirm(tx: Transaction, subjects: readonly Subject[]): Promise<void> {
    if (subjects.length === 0) return;
    const rows = subjects.map(({ creditCode, asOf }) => ({ credit_code: creditCode, as_of: asOf }));
    await tx.query(CONFIRM, [JSON.stringify(rows)]);
  }

  /** How many subjects there are. */
  count(tx: Transaction): Promise<number> {
    return tx.count(SubjectRow);
  }

  private async update(tx: Transaction, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const [, changed] = await tx.query<[unknown, number]>(UPDATE, [JSON.stringify(rows)]);
    if (changed !== rows.length) throw new Error('a subject was changed by somebody who did not hold its lock');
  }
}

/** The states of a change as rows, each a version; none is known before the one it follows. */
function versionsOf({ version, knownAt: before, states }: SubjectChange, drawn: Date) {
  const at = before && before > drawn ? before : drawn;
  return states.map((state, n) => ({ credit_code: state.creditCode, version: version + n + 1, as_of: state.asOf, state, known_at: at }));
}

/** The row of the subject after a change. */
function currentOf(change: SubjectChange, drawn: Date) {
  return versionsOf(change, drawn)
    .slice(-1)
    .map((row) => ({ ...row, before: change.version }));
}

import { Injectable } from '@nestjs/common';
import { Outbox } from '@chengxin/messaging';
import { knownAt, type Transaction } from '@chengxin/platform';
import type { ProblemStatus } from '@chengxin/registry';
import { MoreThan } from 'typeorm';
import { problemEvent } from './problem.contract.js';
import { ProblemEventRow, ProblemRow } from './problem.row.js';

/** A problem as it is opened. */
export type NewProblem = Omit<ProblemRow, 'status' | 'version'>;

/** What was said that brought a problem to a status: by whom, on which business day. */
export type Word = Pick<ProblemEventRow, 'status' | 'words' | 'on' | 'actor'>;

/** Which problems of a unit: behind one in the order of their opening, of one status or any. */
export type ProblemsPart = { unitCode: string; status?: ProblemStatus; after?: string; limit: number };

/** How many problems of a unit on an item are open or answered. */
export type Unsettled = { unitCode: string; item: string; count: number };

const OPEN = `
  insert into source_problems (id, unit_code, unit_name, item, fault, description, entry, status, version, opened_on)
  values ($1, $2, $3, $4, $5, $6, $7, 'open', 1, $8) on conflict do nothing`;

/** Problems of sources with what happened to them, each word announced in the transaction that keeps it. The unit's lock must be held. */
@Injectable()
export class ProblemsRepository {
  constructor(private readonly outbox: Outbox) {}

  /** A problem by its identifier. */
  find(tx: Transaction, id: string): Promise<ProblemRow | null> {
    return tx.findOneBy(ProblemRow, { id });
  }

  /** Problems of a unit in the order of their opening. */
  part(tx: Transaction, { unitCode, status, after, limit }: ProblemsPart): Promise<ProblemRow[]> {
    const where = { unitCode, ...(status && { status }), ...(after && { id: MoreThan(after) }) };
    return tx.find(ProblemRow, { where, order: { id: 'ASC' }, take: limit });
  }

  /** What happened to a problem, from its opening on. */
  history(tx: Transaction, problemId: string): Promise<ProblemEventRow[]> {
    return tx.find(ProblemEventRow, { where: { problemId }, order: { position: 'ASC' } });
  }

  /** How many problems of units are not settled, by item. */
  unsettled(tx: Transaction, unitCodes: readonly string[]): Promise<Unsettled[]> {
    return tx.query(
      `select unit_code as "unitCode", item, count(*)::integer as count from source_problems
        where unit_code = any($1) and status in ('open', 'answered') group by 1, 2`,
      [unitCodes],
    );
  }

  /** Opens a problem, unless a rule has opened the same and it is not settled yet. */
  async open(tx: Transaction, problem: NewProblem, actor: string): Promise<void> {
    const { id, unitCode, unitName, item, fault, description, entry, openedOn } = problem;
    const opened = await tx.query<unknown[]>(`${OPEN} returning id`, [
      ...[id, unitCode, unitName, item, fault, JSON.stringify(description), entry, openedOn],
    ]);
    if (opened.length === 0) return;
    const row: ProblemRow = { ...problem, status: 'open', version: 1 };
    await this.say(tx, row, { status: 'open', words: description.zh, on: openedOn, actor });
  }

  /** Brings a problem to a status with a word. Throws when it is no longer as it was read. */
  async move(tx: Transaction, before: ProblemRow, word: Word): Promise<void> {
    const version = before.version + 1;
    const { affected } = await tx.update(ProblemRow, { id: before.id, version: before.version }, { status: word.status, version });
    if (affected !== 1) throw new Error(`problem ${before.id} was moved meanwhile`);
    await this.say(tx, { ...before, status: word.status, version }, word);
  }

  private async say(tx: Transaction, problem: ProblemRow, word: Word): Promise<void> {
    const event: ProblemEventRow = { problemId: problem.id, position: problem.version, ...word, knownAt: await knownAt(tx) };
    await tx.insert(ProblemEventRow, event);
    await this.outbox.add(tx, problemEvent(problem, event));
  }
}

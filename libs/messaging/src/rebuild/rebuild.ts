import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, isOfSurroundings, lock, type Transaction } from '@chengxin/platform';
import { EventServer } from '../consumer/event-server.js';
import type { Offsets } from '../kafka/end-offsets.js';
import { Performed } from '../operations/performed.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { Filling, NotRebuilt, type Part } from './filling.js';
import { RebuildRows, type RebuildRow } from './rebuild-rows.js';
import { Rereading } from './rereading.js';

/** So few events are left that batches may wait for them. */
const FEW = 1_000;
/** Where as many come as are applied anew, batches wait after so many rounds all the same. */
const MOST_ROUNDS = 10;

/** The parts of a rebuild. */
@Injectable()
export class RebuildParts {
  constructor(
    readonly rows: RebuildRows,
    readonly filling: Filling,
    readonly rereading: Rereading,
    readonly server: EventServer,
  ) {}
}

/**
 * Carries a rebuild through from wherever it stands: fills the tables beside the copies up to what is consumed, holds batches up for
 * the last few events, and swaps. Each step is a transaction that locks the rebuild's row, so a process that dies leaves what the
 * next one goes on from.
 */
@Injectable()
export class Rebuild {
  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
    private readonly parts: RebuildParts,
    private readonly performed: Performed,
  ) {}

  /** The topics from which copies are filled. */
  get topics(): string[] {
    const { subscriptions } = this.parts.server;
    return subscriptions.topics.filter((topic) => subscriptions.typesOf(topic).on);
  }

  /**
   * Goes on until the rebuild has ended or `abandoned` says so; what does not pass by itself ends it, for batches may be waiting. Throws a
   * fault of the surroundings; the next call goes on from there.
   */
  async carryThrough({ id, isOfThisLevel }: RebuildRow, abandoned: () => boolean): Promise<void> {
    const { rows } = this.parts;
    if (!isOfThisLevel) await inTransaction(this.dataSource, (tx) => rows.beginAnew(tx, id, this.options.copies));
    try {
      await this.fill(id, abandoned);
      if (!abandoned()) await this.finish(id);
    } catch (fault) {
      if (passes(fault)) throw fault;
      await inTransaction(this.dataSource, (tx) => rows.fail(tx, id, fault instanceof Error ? fault.message : String(fault)));
    }
  }

  private async fill(id: string, abandoned: () => boolean): Promise<void> {
    const { rows, filling, rereading } = this.parts;
    let now = await rows.newest();
    if (!now || now.endedAt) return;
    const loss = await rereading.lossIn(this.topics, now.reached);
    if (loss) throw new NotRebuilt(loss);
    let rounds = 1;
    now = await this.goOn(now, rounds);
    const take = async (part: Part): Promise<void> => {
      const next = await filling.apply(id, part);
      now = next && (await this.goOn(next, leftOf(next) > 0 ? rounds : ++rounds));
    };
    await rereading.read({
      topics: this.topics,
      from: now.reached,
      take,
      isBeyond: ([{ topic, partition, offset }]) => BigInt(offset) >= BigInt(now?.ends[topic]?.[partition] ?? '0'),
      over: () => abandoned() || !now || (now.state === 'closing' && leftOf(now) === 0),
    });
  }

  /** Where the end is reached, the next end: what was consumed meanwhile; once that is little, batches wait until the swap. */
  private async goOn(row: RebuildRow, round: number): Promise<RebuildRow> {
    if (row.state === 'closing' || leftOf(row) > 0) return row;
    const { rows } = this.parts;
    const followed = await this.followed(row.id, (tx) => rows.follow(tx, row.id, this.topics, 'filling'));
    if (!followed || (leftOf(followed) > FEW && round < MOST_ROUNDS)) return followed ?? row;
    const closing = await this.followed(row.id, async (tx) => {
      await rows.closeGate(tx);
      await rows.follow(tx, row.id, this.topics, 'closing');
    });
    return closing ?? row;
  }

  private followed(id: string, step: (tx: Transaction) => Promise<void>): Promise<RebuildRow | undefined> {
    return inTransaction(this.dataSource, async (tx) => {
      await step(tx);
      return this.parts.rows.lock(tx, id);
    });
  }

  private async finish(id: string): Promise<void> {
    const { service, copies } = this.options;
    const { rows } = this.parts;
    await inTransaction(this.dataSource, async (tx) => {
      await lock(tx, service);
      await rows.closeGate(tx);
      const row = await rows.lock(tx, id);
      if (row?.state !== 'closing' || leftOf(row) > 0) return;
      await rows.swap(tx, id, copies);
      await this.performed.announce(tx, { operation: 'rebuild', target: copies.join(' '), count: row.applied, by: row.by });
    });
  }
}

/** Whether a fault of database or broker is gone after a while. */
const passes = (fault: unknown): boolean => isOfSurroundings(fault) || (fault instanceof Error && fault.name.startsWith('KafkaJS'));

/** How many messages are still to be read. */
export const leftOf = ({ ends, reached }: Pick<RebuildRow, 'ends' | 'reached'>): number => sumOf(ends) - sumOf(reached);

/** How many messages lie before these offsets. */
export const sumOf = (offsets: Offsets): number =>
  Object.values(offsets).reduce((all, ofTopic) => Object.values(ofTopic).reduce((n, offset) => n + Number(offset), all), 0);

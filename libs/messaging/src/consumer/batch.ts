import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, isOfSurroundings, type Transaction } from '@chengxin/platform';
import { Inbox, type OpenedBatch } from '../inbox/inbox.js';
import { StoredOffsets } from '../inbox/stored-offsets.js';
import { ParkingLot } from '../parking/parking-lot.js';
import { Watermarks } from '../watermarks/watermarks.js';
import { decode, type Decoded, type Message } from './decode.js';
import { Gap, type GapFinder } from './gaps.js';
import { handleBoldly, handleCarefully } from './handling.js';
import { lineUp, Parkings } from './line-up.js';
import type { Subscriptions } from './subscriptions.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
const SWAP_PAUSE_MS = 20;

/** The process ends or the partitions go to another replica: the batch was not applied. */
export class Abandoned extends Error {}

/** A rebuild is about to swap the copies: the batch waits. */
class SwapAhead extends Error {}

/** Applies batches: all effects, inbox, parked events and offsets of one in one transaction. */
@Injectable()
export class Batches {
  private readonly logger = new Logger(Batches.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: Inbox,
    private readonly lot: ParkingLot,
    private readonly watermarks: Watermarks,
    private readonly offsets: StoredOffsets,
  ) {}

  /** Makes ready to consume topics. Throws when database or broker does not answer. */
  prepare(topics: readonly string[]): Promise<void> {
    return this.offsets.forgetBeyondEnds(topics);
  }

  /**
   * Applies messages, each partition's in its order. Faults of the surroundings are waited out; after a handler's fault the batch
   * runs again carefully and what fails again is parked. Throws `Gap` when a partition must be read from an earlier offset, and
   * `Abandoned` when `abandoned` says so before it succeeded.
   */
  async apply(messages: readonly Message[], subscriptions: Subscriptions, gaps: GapFinder, abandoned: () => boolean): Promise<void> {
    const batch = messages.map((message) => decode(message, subscriptions));
    let careful = false;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      if (abandoned()) throw new Abandoned();
      try {
        return await this.attempt(batch, gaps, careful);
      } catch (fault) {
        if (fault instanceof Gap) throw fault;
        if (fault instanceof SwapAhead) {
          await sleep(SWAP_PAUSE_MS);
          continue;
        }
        const handlersOwn = !isOfSurroundings(fault);
        this.rolledBack(batch.length, fault, handlersOwn && careful);
        if (careful || !handlersOwn) await sleep(pause);
        careful ||= handlersOwn;
      }
    }
  }

  /** A fault that even the careful way meets outside of a handler holds everything up: somebody must look at it. */
  private rolledBack(events: number, fault: unknown, alarming: boolean): void {
    const line = `a batch of ${events} was rolled back: ${String(fault)}`;
    if (alarming) this.logger.error(line);
    else this.logger.warn(line);
  }

  private async attempt(batch: readonly Decoded[], gaps: GapFinder, careful: boolean): Promise<void> {
    const parkings = await inTransaction(this.dataSource, async (tx) => {
      const opened = await this.inbox.open(tx, batch);
      if (opened.rebuild === 'closing') throw new SwapAhead();
      gaps.check(batch, opened);
      return this.work(tx, batch, opened, careful);
    });
    this.report(batch, parkings);
  }

  private async work(tx: Transaction, batch: readonly Decoded[], opened: OpenedBatch, careful: boolean): Promise<Parkings> {
    const parkings = new Parkings(opened);
    const ready = lineUp(batch, opened, parkings);
    const applied = careful ? await handleCarefully(ready, tx, parkings) : await handleBoldly(ready, tx);
    await this.lot.park(tx, parkings.messages);
    await this.inbox.close(
      tx,
      applied,
      batch.map(({ message }) => message),
    );
    return parkings;
  }

  private report(batch: readonly Decoded[], { messages }: Parkings): void {
    const offsets: Record<string, Record<string, string>> = {};
    for (const { message: m } of batch) (offsets[m.topic] ??= {})[m.partition] = (BigInt(m.offset) + 1n).toString();
    const parked: Record<string, string[]> = {};
    for (const { message, key = '*' } of messages) (parked[message.topic] ??= []).push(key);
    this.watermarks.applied(offsets, parked);
    for (const { message: m, key, type, reason } of messages) {
      this.logger.error(`parked ${type ?? 'a message'} of ${key ?? 'no key'} (${m.topic}/${m.partition}@${m.offset}): ${reason}`);
    }
  }
}

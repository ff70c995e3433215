import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { accessContract, operationContract, type ContractClass, type Envelope } from '@chengxin/contracts';
import { afterCommit, MachineClock, textParameter, type Transaction } from '@chengxin/platform';
import { checkOf } from '../schemas/compiled.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { draftOf, type Draft } from './envelope.js';
import type { OutgoingEvent } from './outgoing-event.js';
import { OutboxSignal } from './outbox-signal.js';

/** Larger than this (bytes of JSON) no single event may be: the broker would refuse it and everything behind it would wait. */
const LARGEST_EVENT = 500_000;
/** As many bytes of UTF-8 at most for each unit of a text: what is short enough by this need not be counted. */
const BYTES_A_UNIT = 3;

const ANNOUNCE = `select announce_events($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text) as numbers`;

/** An event that its own contract refuses, or that is too large: a fault of the service, never announced. */
export class EventRefused extends Error {
  constructor(type: string, reasons: readonly string[]) {
    super(`${type} is not announced: ${reasons.join('; ')}`);
    this.name = 'EventRefused';
  }
}

/** Takes the events of a service in the transaction of the change they state; they leave once it is committed, in order for each key. */
@Injectable()
export class Outbox {
  private readonly announced: ReadonlySet<ContractClass>;

  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly machine: MachineClock,
    private readonly signal: OutboxSignal,
  ) {
    this.announced = new Set<ContractClass>([...options.announces, operationContract(options.service), accessContract(options.service)]);
  }

  /**
   * Adds events to the caller's transaction and gives their envelopes, in the order given. Throws `EventRefused` for data that the
   * closed schema refuses, for an event over 500 kB, and for a contract the service does not announce; throws SQLSTATE 40001 when
   * a later transaction has already written one of the keys (take `lock(tx, key)` first). A statement of the same transaction that is
   * still under way may be given as `behind`: the database works on it while the events are made ready, and what it throws is thrown.
   */
  async add<T extends object>(
    tx: Transaction,
    given: OutgoingEvent<T> | Iterable<OutgoingEvent<T>>,
    behind?: Promise<unknown>,
  ): Promise<Envelope<T>[]> {
    const { drafts, values } = await this.readied(Symbol.iterator in given ? given : [given], behind);
    if (drafts.length === 0) return [];
    const [row] = await tx.query<{ numbers: string[] }[]>(ANNOUNCE, values);
    afterCommit(tx, () => this.signal.raise());
    return drafts.map((draft, n) => ({ ...draft, sequence: row?.numbers[n] ?? '' }));
  }

  private async readied<T extends object>(given: Iterable<OutgoingEvent<T>>, behind?: Promise<unknown>) {
    try {
      if (behind) await setImmediate(); // only then has it left for the database
      const events = [...given];
      const now = this.machine.now();
      const drafts = events.map((event) => this.draft(event, now));
      return { drafts, values: this.valuesOf(events, drafts) };
    } finally {
      await behind;
    }
  }

  private valuesOf<T extends object>(events: readonly OutgoingEvent<T>[], drafts: readonly Draft[]) {
    return [
      events.map(({ contract }) => contract.topic),
      events.map(({ key }) => key),
      drafts.map(({ id }) => id),
      drafts.map(({ type }) => type),
      textParameter(this.linesOf(drafts), '\n'),
    ];
  }

  private draft<T extends object>(event: OutgoingEvent<T>, now: Date): Draft<T> {
    const { contract, data, key } = event;
    if (!this.announced.has(contract)) throw new EventRefused(contract.type, [`${this.options.service} does not announce it`]);
    if (!key) throw new EventRefused(contract.type, ['it has no key']);
    const faults = checkOf(contract, 'closed')(data);
    if (faults.length > 0) throw new EventRefused(contract.type, faults);
    return draftOf(this.options.service, event, now);
  }

  /** The text of each event without its opening brace, behind which the number goes in. */
  private *linesOf(drafts: readonly Draft[]): Generator<string> {
    for (const draft of drafts) yield this.textOf(draft).slice(1);
  }

  private textOf(draft: Draft): string {
    const text = JSON.stringify(draft);
    if (text.length <= LARGEST_EVENT / BYTES_A_UNIT) return text;
    const size = Buffer.byteLength(text);
    if (size > LARGEST_EVENT) throw new EventRefused(draft.type, [`it has ${size} bytes, ${LARGEST_EVENT} are allowed`]);
    return text;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@chengxin/platform';
import type { Decoded, Message, Ready } from '../consumer/decode.js';
import type { HandlerKind } from '../consumer/on.decorator.js';
import type { RebuildState } from '../rebuild/rebuild-rows.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';

/** What the database knows about the messages of a batch, once their keys are locked. */
export type OpenedBatch = {
  /** How far the rebuild is that is under way; undefined when none is. */
  rebuild: RebuildState | undefined;
  /** The next offset of a partition; 0 where nothing was consumed yet. */
  nextOffset(topic: string, partition: number): bigint;
  isParked(topic: string, key: string): boolean;
  isApplied(kind: HandlerKind, eventId: string): boolean;
};

type Found = { rebuild: RebuildState | null; offsets: [string, number, string][]; parked: [string, string][]; applied: [string, string][] };

const OPEN = `select open_batch($1::text[], $2::text[], $3::integer[], $4::text[], $5::uuid[]) as found`;
const CLOSE = `select close_batch($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::integer[], $8::bigint[])`;

const pair = (a: string, b: string | number): string => `${a}\n${b}`;
const keyOf = (item: Decoded): string | undefined =>
  item.state === 'ready' ? item.event.key : item.state === 'unreadable' ? item.key : undefined;
const partitionsOf = (messages: readonly Message[]): Message[] => [
  ...new Map(messages.map((message) => [pair(message.topic, message.partition), message])).values(),
];

/** Which events were applied and how far each partition is consumed, in the service's own database and the batch's own transaction. */
@Injectable()
export class Inbox {
  constructor(@Inject(MESSAGING) private readonly options: MessagingOptions) {}

  /** Passes the gate of rebuilds, locks the keys of a batch and reads what is known about it. Must be the first statement of its transaction. */
  async open(tx: Transaction, batch: readonly Decoded[]): Promise<OpenedBatch> {
    const keys = new Set(batch.map(keyOf).filter((key) => key !== undefined));
    const partitions = partitionsOf(batch.map(({ message }) => message));
    const ids = batch.flatMap((item) => (item.state === 'ready' ? [item.event.id] : []));
    const [row] = await tx.query<{ found: Found }[]>(OPEN, [
      [...keys],
      partitions.map(({ topic }) => topic),
      partitions.map(({ partition }) => partition),
      [this.handler('on'), this.handler('acts')],
      ids,
    ]);
    if (!row) throw new Error('the batch was not opened');
    return this.opened(row.found);
  }

  /** Records what was applied, in that order, and how far the partitions of these messages are consumed. */
  async close(tx: Transaction, applied: readonly Ready[], messages: readonly Message[]): Promise<void> {
    const entries = applied.flatMap(({ event, due }) => [...due].map((kind) => ({ handler: this.handler(kind), event })));
    const partitions = partitionsOf(messages);
    await tx.query(CLOSE, [
      entries.map(({ handler }) => handler),
      entries.map(({ event }) => event.id),
      entries.map(({ event }) => event.topic),
      entries.map(({ event }) => event.key),
      entries.map(({ event }) => event.sequence),
      partitions.map(({ topic }) => topic),
      partitions.map(({ partition }) => partition),
      partitions.map(({ offset }) => (BigInt(offset) + 1n).toString()),
    ]);
  }

  private handler(kind: HandlerKind): string {
    return `${this.options.service}:${kind}`;
  }

  private opened({ rebuild, offsets, parked, applied }: Found): OpenedBatch {
    const next = new Map(offsets.map(([topic, partition, offset]) => [pair(topic, partition), BigInt(offset)]));
    const parkedKeys = new Set(parked.map(([topic, key]) => pair(topic, key)));
    const appliedEvents = new Set(applied.map(([handler, id]) => pair(handler, id)));
    return {
      rebuild: rebuild ?? undefined,
      nextOffset: (topic, partition) => next.get(pair(topic, partition)) ?? 0n,
      isParked: (topic, key) => parkedKeys.has(pair(topic, key)),
      isApplied: (kind, id) => appliedEvents.has(pair(this.handler(kind), id)),
    };
  }
}

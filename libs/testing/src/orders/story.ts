import { createHash } from 'node:crypto';
import {
  CaseEffectsAwaitedV1,
  CONTRACTS,
  type Envelope,
  RECEIPT_NAMES,
  RecordCollectedV1,
  type RecordFact,
  sampleOf,
} from '@chengxin/contracts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TAIL = 12;
const HEROINE = sampleOf(RecordCollectedV1).data.creditCode;

/**
 * What is said about an enterprise on a topic: the golden samples of its contracts, which tell of one enterprise in the order of their
 * numbers, with other names for everything. Records of which the samples only tell the end are collected first.
 */
export function storyOn(topic: string, creditCode: string): Envelope[] {
  const samples = CONTRACTS.filter((contract) => contract.topic === topic).map((contract) => sampleOf(contract));
  const told = samples.sort((a, b) => Number(a.sequence) - Number(b.sequence)).map(askedOfAll);
  const events = [...beginnings(told), ...told].map((event) => JSON.parse(renamed(JSON.stringify(event), creditCode)) as Envelope);
  // one sample stands for the operations, and one for the accesses, of all services
  return /\.(operations|accesses)$/.test(topic) ? events.map((event) => ({ ...event, id: nameIn(creditCode + topic, event.id) })) : events;
}

/** The name that something of the samples has in the story of another enterprise; names keep their order. */
export function nameIn(creditCode: string, id: string): string {
  const own = createHash('sha256').update(`${creditCode} ${id}`).digest('hex');
  return id.slice(0, -TAIL) + own.slice(0, TAIL);
}

/** Everything named in the samples. */
export const NAMES: readonly string[] = [...new Set(CONTRACTS.flatMap((contract) => JSON.stringify(sampleOf(contract)).match(UUID) ?? []))];

const renamed = (text: string, creditCode: string): string =>
  text.replaceAll(HEROINE, creditCode).replace(UUID, (id) => nameIn(creditCode, id));

/** A case that waits asks all five. */
const askedOfAll = (event: Envelope): Envelope =>
  event.type === CaseEffectsAwaitedV1.type ? { ...event, data: { ...event.data, missing: RECEIPT_NAMES } } : event;

function beginnings(told: readonly Envelope[]): Envelope[] {
  const collected = sampleOf(RecordCollectedV1);
  const ended = told.filter(({ type }) => type.startsWith('credit.registry.record-')) as Envelope<RecordFact>[];
  const ids = new Set(ended.map(({ data }) => data.recordId).filter((recordId) => recordId !== collected.data.recordId));
  return [...ids].map((recordId) => ({ ...collected, id: recordId, data: { ...collected.data, recordId } }));
}

import { grouped, table } from '../terminal/table.js';
import { type Difference, type Entry } from './comparison.js';

/** A producer and one kind of handler of a consumer on one topic, compared; `parked` are the topic's events parked at the consumer. */
export type Pair = Difference & { topic: string; producer: string; consumer: string; kind: string; parked: number };

/** Whether nothing is missing, twice, out of order, unknown or parked anywhere, and every pair. */
export type Report = { clean: boolean; pairs: Pair[] };

const FAULTS = ['missing', 'twice', 'outOfOrder', 'unknown', 'parked'] as const;

const COLUMNS = [
  { title: 'topic' },
  { title: 'consumer' },
  { title: 'handler' },
  { title: 'produced', numeric: true },
  { title: 'applied', numeric: true },
  { title: 'missing', numeric: true },
  { title: 'twice', numeric: true },
  { title: 'out of order', numeric: true },
  { title: 'unknown', numeric: true },
  { title: 'parked', numeric: true },
] as const;

/** The report on compared pairs. */
export function reportOf(pairs: Pair[]): Report {
  return { clean: pairs.every(isClean), pairs };
}

/** The report as a table, with the first events of each fault below it. */
export function reportText({ clean, pairs }: Report): string {
  const rows = pairs.map(({ topic, consumer, kind, produced, applied, ...pair }) => [
    topic,
    consumer,
    kind,
    produced,
    applied,
    ...FAULTS.map((fault) => pair[fault]),
  ]);
  const faulty = pairs.filter((pair) => !isClean(pair));
  const applied = grouped(pairs.reduce((sum, pair) => sum + pair.applied, 0));
  const verdict = clean
    ? `clean: ${applied} applications in ${pairs.length} pairs, nothing missing, twice, out of order or parked`
    : `not clean: ${faulty.length} of ${pairs.length} pairs differ`;
  return [table(COLUMNS, rows), ...faulty.flatMap(exampleLines), verdict].join('\n');
}

function exampleLines({ topic, consumer, kind, examples }: Pair): string[] {
  return Object.entries(examples).map(
    ([fault, entries]) =>
      `${fault === 'outOfOrder' ? 'out of order' : fault} at ${consumer} (${kind}) of ${topic}: ${entries.map(entryText).join(', ')}`,
  );
}

const isClean = (pair: Pair): boolean => FAULTS.every((fault) => pair[fault] === 0);
const entryText = ({ key, sequence, eventId }: Entry): string => `${key} #${sequence} (${eventId})`;

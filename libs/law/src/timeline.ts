import { addDays } from '@chengxin/kernel';
import { type Dated, type KindRule } from './kinds.js';

/**
 * What is wrong with how dated entries of one kind follow one another: a name borne twice, an end before the beginning, two of one
 * slot in force at once, a gap between two of one slot, and an end after which nothing follows. Empty when all is well.
 */
export function timelineFaults(span: KindRule<never>['span'], entries: readonly Dated[]): string[] {
  const slots = new Map<string, Dated[]>();
  for (const entry of entries) slots.set(entry.slot, [...(slots.get(entry.slot) ?? []), entry]);
  return [
    ...repeatedNames(entries),
    ...entries.filter(({ from, until }) => until !== undefined && until < addDays(from, -1)).map(({ id }) => `${id} ends before it begins`),
    ...[...slots.values()].flatMap((slot) => slotFaults(span, slot)),
  ];
}

function repeatedNames(entries: readonly Dated[]): string[] {
  const seen = new Set<string>();
  const repeated = entries.filter(({ id }) => seen.size === seen.add(id).size);
  return [...new Set(repeated.map(({ id }) => id))].map((id) => `${id} is borne by two entries`);
}

function slotFaults(span: KindRule<never>['span'], slot: readonly Dated[]): string[] {
  // One that was succeeded on its own first day has never been in force.
  const lasting = slot.filter(({ from, until }) => until === undefined || until >= from);
  const sorted = lasting.sort((a, b) => (a.from < b.from ? -1 : 1));
  const last = sorted.at(-1);
  const following = sorted.slice(1).flatMap((next, index) => pairFaults(span, sorted[index] ?? next, next));
  const ended = span === 'open' && last?.until !== undefined ? [`nothing follows ${last.id} after ${last.until}`] : [];
  return [...following, ...ended];
}

function pairFaults(span: KindRule<never>['span'], earlier: Dated, later: Dated): string[] {
  if (earlier.until === undefined || earlier.until >= later.from) return [`${earlier.id} and ${later.id} overlap from ${later.from}`];
  const next = addDays(earlier.until, 1);
  return span !== 'free' && next < later.from ? [`no entry between ${earlier.id} and ${later.id} from ${next}`] : [];
}

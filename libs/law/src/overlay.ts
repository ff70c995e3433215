import { addDays, type LocalDate } from '@chengxin/kernel';
import { type Entries, type EntryKind } from './entries.js';
import { faultsOf } from './faults.js';
import { type Dated, dated, KINDS } from './kinds.js';
import { ENTRY_SHAPES } from './overlay/entry-shapes.js';
import { list, object, oneOf, optional, type Shape, text } from './overlay/shape.js';

/**
 * One entry the city adds, or puts in the place of another (`succeeds`: its id; `area.CODE.FROM` for an area), with what it
 * changes and why. The entry succeeded stays as it is and ends on the day before its successor begins.
 */
export interface OverlayChange {
  kind: EntryKind;
  what: string;
  why: string;
  succeeds?: string;
  entry: Readonly<Record<string, unknown>>;
}

/** The city's overlay: the same file for all services. Changes are applied in their order. */
export interface Overlay {
  city: string;
  changes: readonly OverlayChange[];
}

/** An overlay that cannot be applied, with everything that is wrong with it. */
export class OverlayRefused extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`the overlay is refused:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'OverlayRefused';
  }
}

const isObject: Shape = (value, at) => (typeof value === 'object' && value !== null ? [] : [`${at} must be an object`]);

const OVERLAY = object({
  city: text,
  changes: list(object({ kind: oneOf(Object.keys(KINDS)), what: text, why: text, succeeds: optional(text), entry: isObject })),
});

/** The entries with the overlay's changes applied; throws `OverlayRefused` with every fault. */
export function applyOverlay(shipped: Entries, overlay: Overlay): Entries {
  refuseIf(OVERLAY(overlay, ''));
  refuseIf(overlay.changes.flatMap(({ kind, entry }, index) => ENTRY_SHAPES[kind](entry, `changes[${index}].entry`)));
  const faults: string[] = [];
  let entries = shipped;
  for (const [index, change] of overlay.changes.entries()) {
    const kind = changed(change.kind, entries[change.kind], change, (fault) => faults.push(`changes[${index}]: ${fault}`));
    entries = { ...entries, [change.kind]: kind };
  }
  refuseIf([...faults, ...faultsOf(entries)]);
  return entries;
}

function refuseIf(faults: readonly string[]): void {
  if (faults.length > 0) throw new OverlayRefused(faults);
}

function changed<K extends EntryKind>(
  kind: K,
  entries: readonly Entries[K][number][],
  { succeeds, entry }: OverlayChange,
  fault: (what: string) => void,
): Entries[K][number][] {
  // Its shape has been checked against that of its kind.
  const added = entry as unknown as Entries[K][number];
  if (succeeds === undefined) return [added, ...entries];
  const lines = dated(kind, entries);
  const index = lines.findIndex((line) => line.id === succeeds);
  const [predecessor, [successor]] = [lines[index], dated(kind, [added])];
  const what = successionFault(succeeds, predecessor, successor);
  if (what !== undefined) fault(what);
  return entries.flatMap((other, at) => (at === index ? [{ ...other, until: dayBefore(added.from) }, added] : [other]));
}

function successionFault(succeeds: string, predecessor: Dated | undefined, successor: Dated | undefined): string | undefined {
  if (predecessor === undefined || successor === undefined) return `there is no entry ${succeeds} to succeed`;
  if (predecessor.slot !== successor.slot) return `${successor.id} is about ${successor.slot}, ${succeeds} about ${predecessor.slot}`;
  if (successor.from < predecessor.from) return `${successor.id} begins before ${succeeds}, which it succeeds`;
  if (predecessor.until !== undefined && predecessor.until < dayBefore(successor.from))
    return `${succeeds} has ended on ${predecessor.until}`;
  return undefined;
}

const dayBefore = (date: LocalDate): LocalDate => addDays(date, -1);

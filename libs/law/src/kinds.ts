import { type LocalDate } from '@chengxin/kernel';
import { type Entries, type EntryKind } from './entries.js';
import { type Entry } from './entry.js';

/** Any entry, seen only as something dated that has a name and a place. */
export interface Dated {
  id: string;
  slot: string;
  from: LocalDate;
  until?: LocalDate | undefined;
}

/**
 * How entries of a kind follow one another. Those of one `slot` never overlap; `span` says whether they must follow without a gap
 * and for ever (`open`), without a gap as far as they reach (`closed`), or may come and go (`free`).
 */
export interface KindRule<E> {
  id: (entry: E) => string;
  slot: (entry: E) => string;
  span: 'open' | 'closed' | 'free';
}

const id = (entry: Entry): string => entry.id;

/** The rule of every kind. */
export const KINDS: { readonly [K in EntryKind]: KindRule<Entries[K][number]> } = {
  adverseLimits: { id, slot: () => 'adverse limit', span: 'open' },
  areas: { id: ({ code, from }) => `area.${code}.${from}`, slot: (area) => area.code, span: 'free' },
  calendars: { id, slot: () => 'calendar', span: 'closed' },
  catalogue: { id, slot: (item) => item.code, span: 'open' },
  classes: {
    id,
    slot: ({ item, kinds = [], procedure, fine, sectors = [] }) => [item, kinds.join(';'), procedure, fine, sectors.join(';')].join('/'),
    span: 'free',
  },
  clocks: { id, slot: (entry) => entry.clock, span: 'open' },
  domains: { id, slot: (domain) => domain.code, span: 'open' },
  fineThresholds: { id, slot: (entry) => entry.sector, span: 'open' },
  maximumEnds: { id, slot: () => 'maximum ends', span: 'open' },
  publicity: { id, slot: (entry) => entry.class, span: 'open' },
  purposes: { id, slot: (entry) => entry.code, span: 'free' },
  qualityBounds: { id, slot: (entry) => entry.fault, span: 'open' },
  ratingScales: { id, slot: () => 'rating scale', span: 'open' },
  retention: { id, slot: (entry) => entry.with, span: 'open' },
  sectors: { id, slot: ({ sector, bases, units }) => (bases || units ? [sector, bases, units].join('/') : 'default'), span: 'open' },
  transition: { id, slot: () => 'transition', span: 'open' },
};

/** The entries of a kind, each with its name, place and days. */
export function dated<K extends EntryKind>(kind: K, entries: readonly Entries[K][number][]): Dated[] {
  const rule: KindRule<Entries[K][number]> = KINDS[kind];
  return entries.map((entry) => ({ id: rule.id(entry), slot: rule.slot(entry), from: entry.from, until: entry.until }));
}

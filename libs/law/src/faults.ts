import { type CatalogueItem } from './catalogue/index.js';
import { classGaps } from './coverage.js';
import { type Entries, type EntryKind } from './entries.js';
import { dated, KINDS } from './kinds.js';
import { contradictions } from './soundness.js';
import { timelineFaults } from './timeline.js';

/** What is wrong with a whole set of entries: overlaps and gaps of every kind, records without a class, contradictions. */
export function faultsOf(entries: Entries): string[] {
  const kinds = Object.keys(KINDS) as EntryKind[];
  return [
    ...kinds.flatMap((kind) => timelineFaults(KINDS[kind].span, dated(kind, entries[kind]))),
    ...contradictions(entries),
    ...classGaps(entries.classes, penaltyKinds(entries.catalogue)),
  ];
}

function penaltyKinds(catalogue: readonly CatalogueItem[]): string[] {
  const fields = catalogue.filter((item) => item.code === 'penalty').flatMap((item) => item.fields);
  const kinds = fields.filter((field) => field.name === 'penaltyKinds');
  return [...new Set(kinds.flatMap(({ values = [], otherPrefix }) => (otherPrefix ? [...values, otherPrefix] : values)))];
}

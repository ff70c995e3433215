import { type RecordClass } from '../publicity/publicity-entry.js';
import { type ClassEntry, type ClassFacts } from './class-entry.js';

const FROM_HIGHEST: readonly RecordClass[] = ['serious', 'general', 'minor'];

/** Whether every condition of an entry holds for a record. */
export const holdsFor = (entry: ClassEntry, facts: ClassFacts): boolean => isDecidedSo(entry, facts) && isOfKind(entry, facts);

/**
 * The class of a record under the class entries of its day (`law.classes(on)`), and the entries that give it: of several kinds in
 * one decision the highest class rules (《信用修复管理办法》, as Order 58 of 2023 had it). Throws a RangeError when no entry holds.
 */
export function classOf(entries: readonly ClassEntry[], facts: ClassFacts): { class: RecordClass; entries: ClassEntry[] } {
  for (const recordClass of FROM_HIGHEST) {
    const giving = entries.filter((entry) => entry.class === recordClass && holdsFor(entry, facts));
    if (giving.length > 0) return { class: recordClass, entries: giving };
  }
  throw new RangeError(`no class entry holds for ${facts.item} ${facts.kinds.join(';')}`);
}

const isDecidedSo = ({ procedure, fine, sectors }: ClassEntry, facts: ClassFacts): boolean =>
  (procedure ?? facts.procedure) === facts.procedure && (fine ?? facts.fine) === facts.fine && (sectors?.includes(facts.sector) ?? true);

const isOfKind = ({ item, kinds }: ClassEntry, facts: ClassFacts): boolean =>
  item === facts.item && (kinds === undefined || isAnyOf(facts.kinds, kinds));

function isAnyOf(given: readonly string[], kinds: readonly string[]): boolean {
  for (const kind of kinds) {
    for (const one of given) if (isKind(one, kind)) return true;
  }
  return false;
}

const isKind = (given: string, kind: string): boolean => (kind.endsWith('-') ? given.startsWith(kind) : given === kind);

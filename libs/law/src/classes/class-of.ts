import { type RecordClass } from '../publicity/publicity-entry.js';
import { type ClassEntry, type ClassFacts } from './class-entry.js';

const FROM_HIGHEST: readonly RecordClass[] = ['serious', 'general', 'minor'];

/** The entries whose every condition holds for a record. */
export const matchingClasses = (entries: readonly ClassEntry[], facts: ClassFacts): ClassEntry[] =>
  entries.filter((entry) => isDecidedSo(entry, facts) && isOfKind(entry, facts));

/**
 * The class of a record under the class entries of its day (`law.classes(on)`), and the entries that give it: of several kinds in
 * one decision the highest class rules (《信用修复管理办法》, as Order 58 of 2023 had it). Throws a RangeError when no entry holds.
 */
export function classOf(entries: readonly ClassEntry[], facts: ClassFacts): { class: RecordClass; entries: ClassEntry[] } {
  const matching = matchingClasses(entries, facts);
  const highest = FROM_HIGHEST.find((recordClass) => matching.some((entry) => entry.class === recordClass));
  if (highest === undefined) throw new RangeError(`no class entry holds for ${facts.item} ${facts.kinds.join(';')}`);
  return { class: highest, entries: matching.filter((entry) => entry.class === highest) };
}

const isDecidedSo = ({ procedure, fine, sectors }: ClassEntry, facts: ClassFacts): boolean =>
  (procedure ?? facts.procedure) === facts.procedure && (fine ?? facts.fine) === facts.fine && (sectors?.includes(facts.sector) ?? true);

const isOfKind = ({ item, kinds }: ClassEntry, facts: ClassFacts): boolean =>
  item === facts.item && (kinds?.some((kind) => facts.kinds.some((given) => isKind(given, kind))) ?? true);

const isKind = (given: string, kind: string): boolean => (kind.endsWith('-') ? given.startsWith(kind) : given === kind);

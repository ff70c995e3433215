import { later, type LocalDate } from '@chengxin/kernel';
import {
  type CatalogueItem,
  type ClassedItem,
  type ClassEntry,
  type ClassFacts,
  classOf,
  fineLevel,
  type Law,
  type Procedure,
  type RecordClass,
  type Sector,
  sectorNamed,
} from '@chengxin/law';
import { partsOf } from '../reading/values.js';

/**
 * The class of a record under the rules of its decision date and under those of 2026, with the entry of the first, the procedure
 * and sector it rests on, and what of that was assumed: `procedure`, `sector`, `ratingClass`, or the id of an entry.
 */
export type Classification = {
  class: RecordClass;
  ratingClass: RecordClass;
  classEntry: string;
  procedure?: Procedure;
  sector?: Sector;
  assumed: string[];
};

/** What the class depends on: the facts, and beside them the fine, whose level each regime judges by its own bounds. */
type Grounds = { facts: Omit<ClassFacts, 'fine'>; fineAmount: string | undefined; assumed: string[] };

const CLASSED: readonly string[] = ['penalty', 'serious-dishonesty', 'abnormal-operation'] satisfies ClassedItem[];

const PROCEDURES: Record<string, Procedure> = { 简易程序: 'simple', 普通程序: 'ordinary' };

/**
 * Classifies a penalty or a listing; other items have no class. A penalty without a procedure counts as ordinary, without a sector
 * it takes that of the dated table by basis and punishing unit; both are then named as assumed.
 */
export function classify(law: Law, item: CatalogueItem, fields: Readonly<Record<string, string>>): Classification | undefined {
  if (!isClassed(item.code)) return undefined;
  const decidedOn = fields['decidedOn'] as LocalDate;
  const ruledOn = later(decidedOn, law.transition.before);
  const grounds = groundsOf(law, item.code, fields);
  const own = classOn(law, grounds, decidedOn);
  const now = ruledOn === decidedOn ? own : classOn(law, grounds, ruledOn);
  const { procedure, sector } = grounds.facts;
  return {
    class: own.class,
    ratingClass: now.class,
    classEntry: own.entries[0]?.id ?? '',
    ...(item.code === 'penalty' && { procedure, sector }),
    assumed: [
      ...grounds.assumed,
      ...(ruledOn !== decidedOn ? ['ratingClass'] : []),
      ...new Set([...own.entries, ...now.entries].filter(({ mark }) => mark === 'assumed').map(({ id }) => id)),
    ],
  };
}

function isClassed(code: string): code is ClassedItem {
  return CLASSED.includes(code);
}

function groundsOf(law: Law, item: ClassedItem, fields: Readonly<Record<string, string>>): Grounds {
  if (item !== 'penalty') {
    return { facts: { item, kinds: [], procedure: 'ordinary', sector: 'other' }, fineAmount: undefined, assumed: [] };
  }
  const text = (name: string): string => fields[name] ?? '';
  const stated = PROCEDURES[text('procedure')];
  const named = sectorNamed(text('sector'));
  const sector = named ?? law.sectorOf(text('authorityCode'), text('authorityName'), text('basis'), text('decidedOn') as LocalDate).sector;
  return {
    facts: { item, kinds: partsOf(text('penaltyKinds')), procedure: stated ?? 'ordinary', sector },
    fineAmount: fields['fineAmount'],
    assumed: [...(stated ? [] : ['procedure']), ...(named ? [] : ['sector'])],
  };
}

function classOn(law: Law, { facts, fineAmount }: Grounds, on: LocalDate): { class: RecordClass; entries: ClassEntry[] } {
  if (fineAmount === undefined) return classOf(law.classes(on), facts);
  const fine = fineLevel(law.fineThreshold(facts.sector, on), fineAmount);
  return classOf(law.classes(on), { ...facts, fine });
}

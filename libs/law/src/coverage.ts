import { addDays, type LocalDate } from '@chengxin/kernel';
import { type ClassEntry, type ClassFacts, type FineLevel, type Procedure } from './classes/class-entry.js';
import { holdsFor } from './classes/class-of.js';
import { onDate } from './entry.js';
import { type Sector, SECTORS } from './sectors/sector.js';

const PROCEDURES: readonly Procedure[] = ['simple', 'ordinary'];
const LEVELS: readonly FineLevel[] = ['small', 'large', 'huge'];

/** Records without a class: each penalty kind, procedure and level of fine, in each sector, on each day on which the class entries change. */
export function classGaps(entries: readonly ClassEntry[], penaltyKinds: readonly string[]): string[] {
  const first = entries.map(({ from }) => from).reduce((a, b) => (a < b ? a : b));
  const days = entries.flatMap(({ from, until }) => (until ? [from, addDays(until, 1)] : [from])).filter((day) => day >= first);
  return [...new Set(days)].flatMap((day) => gapsOn(day, onDate(entries, day), penaltyKinds));
}

function gapsOn(day: LocalDate, entries: readonly ClassEntry[], penaltyKinds: readonly string[]): string[] {
  const open = possibleRecords(penaltyKinds).filter((facts) => !entries.some((entry) => holdsFor(entry, facts)));
  return [...new Set(open.map(({ item, kinds, procedure, fine }) => [item, ...kinds, procedure, fine ?? ''].join(' ').trim()))].map(
    (record) => `no class on ${day} for ${record}`,
  );
}

function possibleRecords(penaltyKinds: readonly string[]): ClassFacts[] {
  const sectors = Object.keys(SECTORS) as Sector[];
  const penalties = penaltyKinds.flatMap((kind) =>
    PROCEDURES.flatMap((procedure) =>
      sectors.flatMap((sector) =>
        (kind === '罚款' ? LEVELS : [undefined]).map((fine): ClassFacts => ({
          item: 'penalty',
          kinds: [kind],
          procedure,
          sector,
          ...(fine && { fine }),
        })),
      ),
    ),
  );
  const listings = (['serious-dishonesty', 'abnormal-operation'] as const).map((item): ClassFacts => ({
    item,
    kinds: [],
    procedure: 'ordinary',
    sector: 'other',
  }));
  return [...penalties, ...listings];
}

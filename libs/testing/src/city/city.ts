import { type LocalDate, localDate } from '@chengxin/kernel';
import { type CatalogueItem, type ItemCode, loadLaw } from '@chengxin/law';
import { withBadRows } from './bad-rows.js';
import { CONDUCT_SORTS } from './conduct-sorts.js';
import { COURT_SORTS } from './court-sorts.js';
import { type Headings, lines, type Row } from './csv.js';
import { DEPARTMENT_SORTS } from './department-sorts.js';
import { type Department, DEPARTMENTS, departmentOf } from './departments.js';
import { type CityEnterprise, enterprises } from './enterprises.js';
import { HONOURS } from './honours.js';
import { LICENCES } from './licences.js';
import { ABNORMAL_LISTINGS, SERIOUS_LISTINGS } from './listings.js';
import { PENALTIES, WITH_PROCEDURE } from './penalties.js';
import { registerRow } from './register.js';
import { supplyOf } from './sort.js';
import { type Plan, type Planned, type Supply } from './supply.js';
import { type CityKind } from './trades.js';

/** The last day of the demonstration city's files; its business time begins the day after. */
export const LAST_DAY = localDate('2026-05-10');

/** Which city: the same wishes give the same files on every machine. `badRows` go, one for each good row, into one penalty file. */
export interface CityWishes {
  seed: number;
  size: number;
  on?: LocalDate;
  badRows?: number;
}

/**
 * One file as a department uploads it. `lines` are without line ends, the header first, made as they are asked for; `rows` are the
 * sound rows among them by the English names of their fields.
 */
export interface CityFile {
  item: ItemCode;
  unit: { code: string; name: string };
  asOf: LocalDate;
  name: string;
  rows(): Iterable<Row>;
  lines(): Iterable<string>;
  csv(): string;
}

/** What the platform holds once every file is loaded, and how many rows it refused. */
export interface CityCounts {
  subjects: number;
  records: number;
  byItem: Record<ItemCode, number>;
  refused: number;
}

/** The fictional city of Chengzhou. Its files are in the order in which they are to be loaded. */
export interface City {
  departments: readonly Department[];
  enterprises: readonly CityEnterprise[];
  files: readonly CityFile[];
  counts: CityCounts;
}

const REGISTRARS: Record<CityKind, string> = {
  enterprise: 'market-regulation',
  'individual-business': 'market-regulation',
  cooperative: 'market-regulation',
  'public-institution': 'establishment-office',
  'social-organisation': 'civil-affairs',
};

const SUPPLIES: readonly Supply[] = [
  {
    item: 'subject-register',
    sources: (_, { kind }) => [departmentOf(REGISTRARS[kind])],
    row: ({ seed, on }, { enterprise }) => registerRow(seed, enterprise, on),
  },
  LICENCES,
  PENALTIES,
  SERIOUS_LISTINGS,
  ABNORMAL_LISTINGS,
  HONOURS,
  ...[...COURT_SORTS, ...DEPARTMENT_SORTS, ...CONDUCT_SORTS].map(supplyOf),
];

/** Departments that head their columns by the codes of the official layouts. */
const CODED: readonly string[] = ['environment', 'transport'];

const BESIDE_THE_LAYOUT = ['procedure', 'sector'];

/** The file that takes the bad rows. */
const SPOILT = { item: 'penalty', slug: 'market-regulation' };

/** Makes the city: enterprises and, file by file, all that its departments know about them over the five years before `on`. */
export function city({ seed, size, on = LAST_DAY, badRows = 0 }: CityWishes): City {
  const plan: Plan = { seed, on };
  const subjects = enterprises(seed, size);
  const supplied = SUPPLIES.flatMap((supply) => byDepartment(plan, supply, subjects));
  const spoilt = supplied.find(({ supply, department }) => supply.item === SPOILT.item && department.slug === SPOILT.slug);
  const catalogue = loadLaw().catalogue(on);
  const refused = Math.min(badRows, spoilt?.planned.length ?? 0);
  return {
    departments: DEPARTMENTS,
    enterprises: subjects,
    files: supplied.map((supplies) => file(plan, layoutOf(catalogue, supplies), supplies, supplies === spoilt ? refused : 0)),
    counts: counted(supplied, refused),
  };
}

type Supplied = { supply: Supply; department: Department; planned: Planned[] };

function byDepartment(plan: Plan, supply: Supply, subjects: readonly CityEnterprise[]): Supplied[] {
  const planned = new Map<Department, Planned[]>();
  for (const [at, enterprise] of subjects.entries()) {
    for (const [nth, department] of supply.sources(plan, enterprise).entries()) {
      const ofDepartment = planned.get(department) ?? [];
      ofDepartment.push({ enterprise, at, department, nth: nth + 1 });
      planned.set(department, ofDepartment);
    }
  }
  return DEPARTMENTS.flatMap((department) => {
    const ofDepartment = planned.get(department);
    return ofDepartment ? [{ supply, department, planned: ofDepartment }] : [];
  });
}

function layoutOf(catalogue: readonly CatalogueItem[], { supply }: Supplied): CatalogueItem {
  const item = catalogue.find(({ code }) => code === supply.item);
  if (item === undefined) throw new RangeError(`the catalogue has no item ${supply.item}`);
  return item;
}

function file(plan: Plan, item: CatalogueItem, { supply, department, planned }: Supplied, badRows: number): CityFile {
  const headings: Headings = CODED.includes(department.slug) ? 'codes' : 'names';
  const without = WITH_PROCEDURE.includes(department.slug) ? [] : BESIDE_THE_LAYOUT;
  const rows = function* (): Generator<Row> {
    for (const record of planned) yield supply.row(plan, record);
  };
  const written = () => lines(item, headings, badRows ? withBadRows(rows(), plan, badRows) : rows(), without);
  return {
    item: supply.item,
    unit: { code: department.code, name: department.name },
    asOf: plan.on,
    name: `${department.slug}-${supply.item}-${plan.on}.csv`,
    rows,
    lines: written,
    csv: () => `${[...written()].join('\n')}\n`,
  };
}

function counted(supplied: readonly Supplied[], refused: number): CityCounts {
  const byItem = Object.fromEntries(SUPPLIES.map(({ item }) => [item, 0])) as CityCounts['byItem'];
  for (const { supply, planned } of supplied) byItem[supply.item] += planned.length;
  const { 'subject-register': subjects, ...ofRecords } = byItem;
  return { subjects, records: Object.values(ofRecords).reduce((sum, count) => sum + count, 0), byItem, refused };
}

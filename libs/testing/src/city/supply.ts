import { type LocalDate } from '@chengxin/kernel';
import { type ItemCode } from '@chengxin/law';
import { type Row, slashed } from './csv.js';
import { type Department } from './departments.js';
import { type CityEnterprise } from './enterprises.js';
import { type Random, random } from './random.js';
import { representative } from './register.js';

/** What the whole city is made from. */
export interface Plan {
  seed: number;
  on: LocalDate;
}

/** One record of the city before it is written out: whose it is (`at` is the place in the list), which department's, and its number. */
export interface Planned {
  enterprise: CityEnterprise;
  at: number;
  department: Department;
  nth: number;
}

/** How the records of one item come about. */
export interface Supply {
  item: ItemCode;
  /** The departments that report on the enterprise, one for each record. */
  sources(plan: Plan, enterprise: CityEnterprise): Department[];
  row(plan: Plan, planned: Planned): Row;
}

/** The dice of one record: the same record comes out whatever else the city holds. */
export const diceOf = ({ seed }: Plan, item: ItemCode, { enterprise, nth }: Pick<Planned, 'enterprise' | 'nth'>): Random =>
  random(`${seed}/${item}/${enterprise.code}/${nth}`);

/** A document number that no other record of the department has: its abbreviation, a word for the kind of document, year and number. */
export const documentNumber = (word: string, { at, nth, department }: Planned, decidedOn: LocalDate): string =>
  `${department.abbreviation}${word}〔${decidedOn.slice(0, 4)}〕${(at + 1) * 100 + nth}号`;

/** Name, code and representative of the enterprise. */
export const subjectCells = ({ seed }: Plan, { enterprise }: Planned): Row => ({
  partyName: enterprise.name,
  creditCode: enterprise.code,
  legalRepresentative: representative(seed, enterprise),
});

/** The same for the two official layouts, which also ask for the kind of party. */
export const partyCells = (plan: Plan, planned: Planned): Row => ({
  ...subjectCells(plan, planned),
  partyKind: planned.enterprise.kind === 'individual-business' ? '个体工商户' : '法人及非法人组织',
});

/** Who decided and who reports: in this city always the same department. */
export const authorityCells = ({ department: { name, code } }: Planned): Row => ({
  authorityName: name,
  authorityCode: code,
  sourceName: name,
  sourceCode: code,
});

/** How the official layouts write that something has no end. */
export const WITHOUT_END = '2099/12/31';

/** The end of a term, as the official layouts write it. */
export const ends = (date: LocalDate | undefined): string => (date === undefined ? WITHOUT_END : slashed(date));

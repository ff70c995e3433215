import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { addPeriod, findArea, isCreditCode, localDate, type LocalDate, maskPersonalNumbers, registrationOf } from '@chengxin/kernel';
import {
  type CatalogueField,
  type CatalogueItem,
  classOf,
  type ItemCode,
  loadLaw,
  type Overlay,
  type RecordClass,
  sectorNamed,
} from '@chengxin/law';
import { city, type CityFile, LAST_DAY } from './city.js';
import { DEPARTMENTS } from './departments.js';
import { OVERLAY_PATH } from './overlay.js';
import { PERSONAS } from './personas.js';
import { beginning } from './timeline.js';

const law = loadLaw();
const chengzhou = city({ seed: 1, size: 200 });
const FIRST_DAY = localDate('2026-05-11');

type Cells = Record<string, string>;

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');

const itemOf = ({ item, asOf }: CityFile): CatalogueItem => law.item(item, asOf)!;

function rowsOf(file: CityFile): Cells[] {
  const [header = '', ...lines] = [...file.lines()];
  const { fields } = itemOf(file);
  const names = cellsOf(header).map((heading) => fields.find(({ code, zh }) => heading === code || heading === zh)!.name);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((value, at) => [names[at]!, value])));
}

const allRows = (item: ItemCode, files = chengzhou.files): Cells[] => files.filter((file) => file.item === item).flatMap(rowsOf);
const day = (text: string): LocalDate => localDate(text.replaceAll('/', '-'));

const PLAIN: Record<string, (value: string, name: string) => boolean> = {
  'credit-code': isCreditCode,
  decimal: (value) => /^\d{1,11}(\.\d{1,6})?$/.test(value),
  date: (value, name) => value === '2099/12/31' || name.endsWith('Until') || (day(value) >= beginning(LAST_DAY) && day(value) <= LAST_DAY),
};

const isAsked = ({ required }: CatalogueField, row: Cells): boolean =>
  typeof required === 'object' ? required.is.some((word) => row[required.when]?.split(';').includes(word)) : required;

const isListed = ({ type, values, otherPrefix }: CatalogueField, value: string): boolean =>
  values === undefined ||
  (type === 'set' ? value.split(';') : [value]).every((word) => values.includes(word) || (otherPrefix && word.startsWith(otherPrefix)));

/** The names of the fields in which a row breaks the catalogue. */
const faults = (item: CatalogueItem, row: Cells): string[] =>
  item.fields.flatMap((field) => {
    const { name, type, length = 10 } = field;
    const { [name]: value = '' } = row;
    if (value === '') return isAsked(field, row) ? [name] : [];
    const holds = [[...value].length <= length, isListed(field, value), name === 'establishedOn' || PLAIN[type]?.(value, name) !== false];
    return holds.every(Boolean) ? [] : [name];
  });

function classIn(row: Cells): RecordClass {
  const decidedOn = day(row['decidedOn']!);
  const sector =
    sectorNamed(row['sector'] ?? '') ?? law.sectorOf(row['authorityCode']!, row['authorityName']!, row['basis']!, decidedOn).sector;
  const procedure = row['procedure'] === '简易程序' ? 'simple' : 'ordinary';
  return classOf(law.classes(decidedOn), { item: 'penalty', kinds: row['penaltyKinds']!.split(';'), procedure, sector, fine: 'large' })
    .class;
}

describe('the fictional city', () => {
  test('comes out the same for the same seed, and otherwise for another', () => {
    const texts = (seed: number): string[] => city({ seed, size: 60 }).files.map((file) => file.csv());
    expect(texts(7)).toEqual(texts(7));
    expect(texts(7)).not.toEqual(texts(8));
  });

  test('has as many enterprises as asked for, of all kinds, each with a name and a valid code of the city', () => {
    const { enterprises } = city({ seed: 3, size: 5_000 });
    expect(enterprises).toHaveLength(5_000);
    expect(new Set(enterprises.map(({ code }) => code)).size).toBe(5_000);
    expect(new Set(enterprises.map(({ name }) => name)).size).toBe(5_000);
    expect(enterprises.filter(({ code }) => !isCreditCode(code))).toEqual([]);
    expect(enterprises.filter(({ code, kind }) => registrationOf(code).kind !== kind)).toEqual([]);
    expect(new Set(enterprises.map(({ kind }) => kind)).size).toBe(5);
  });

  test('has departments of all ten domains with valid codes', () => {
    expect(DEPARTMENTS.flatMap(({ domain }) => domain ?? []).sort()).toEqual(
      law
        .domains(FIRST_DAY)
        .map(({ code }) => code)
        .sort(),
    );
    expect(DEPARTMENTS.filter(({ code }) => registrationOf(code).kind !== 'government-body')).toEqual([]);
    expect(new Set(DEPARTMENTS.map(({ code }) => code)).size).toBe(DEPARTMENTS.length);
  });

  test('lies in the areas that its overlay adds', () => {
    const { areas } = loadLaw(JSON.parse(readFileSync(OVERLAY_PATH, 'utf8')) as Overlay);
    for (const { code } of [...chengzhou.enterprises, ...DEPARTMENTS])
      expect(findArea(registrationOf(code).area, FIRST_DAY, areas)).toBeDefined();
  });

  test('counts what its files hold, item by item', () => {
    const { counts, files } = chengzhou;
    for (const [item, count] of Object.entries(counts.byItem)) expect([item, allRows(item as ItemCode).length]).toEqual([item, count]);
    expect(counts.subjects).toBe(200);
    expect(counts.records + counts.subjects).toBe(files.reduce((sum, file) => sum + [...file.lines()].length - 1, 0));
    expect(counts.byItem.penalty / counts.subjects).toBeCloseTo(0.6, 0);
    expect(Math.min(...Object.values(counts.byItem))).toBeGreaterThan(0);
  });

  test('gives files to load with the registers first, by official names, some by official codes', () => {
    const order = chengzhou.files.map(({ item }) => item);
    expect(order.lastIndexOf('subject-register')).toBeLessThan(order.findIndex((item) => item !== 'subject-register'));
    const headers = chengzhou.files.map((file) => [...file.lines()][0]!);
    expect(headers.some((header) => header.includes('行政处罚决定书文号'))).toBe(true);
    expect(headers.some((header) => header.includes('CF_WSH'))).toBe(true);
    expect(new Set(chengzhou.files.map(({ name }) => name)).size).toBe(order.length);
  });

  test('writes only what the catalogue asks for, about its own enterprises, each under a key of its own', () => {
    const codes = new Set<string>(chengzhou.enterprises.map(({ code }) => code));
    for (const file of chengzhou.files) {
      const rows = rowsOf(file);
      const item = itemOf(file);
      expect(rows.flatMap((row) => faults(item, row))).toEqual([]);
      expect(rows.filter((row) => !codes.has(row['creditCode']!))).toEqual([]);
      expect(new Set(rows.map((row) => item.key.map((name) => row[name]).join('|'))).size).toBe(rows.length);
    }
  });

  test('has every item from the departments that say they supply it', () => {
    const supplied = new Set(chengzhou.files.map(({ item, unit }) => `${unit.code} ${item}`));
    const said = DEPARTMENTS.flatMap(({ code, items }) => items.map((item) => `${code} ${item}`));
    expect([...supplied].filter((each) => !said.includes(each))).toEqual([]);
    expect(law.catalogue(LAST_DAY).filter(({ code }) => !said.some((each) => each.endsWith(` ${code}`)))).toEqual([]);
  });

  test('names no number of a person', () => {
    for (const file of chengzhou.files) for (const line of file.lines()) expect(maskPersonalNumbers(line)).toBe(line);
  });

  test('spreads its penalties over the classes and the rules of five years', () => {
    const penalties = allRows('penalty', city({ seed: 1, size: 1_000 }).files);
    const regimes = new Set(penalties.map((row) => law.publicity(day(row['decidedOn']!), classIn(row)).regime));
    expect([...regimes].sort()).toEqual(['2019', '2023', '2026']);
    const since2023 = penalties.filter((row) => day(row['decidedOn']!) >= localDate('2023-05-01'));
    for (const recordClass of ['minor', 'general', 'serious']) {
      expect(since2023.filter((row) => classIn(row) === recordClass).length / since2023.length).toBeGreaterThan(0.15);
    }
  });
});

describe('bad rows', () => {
  const spoilt = city({ seed: 1, size: 200, badRows: 14 });

  test('are counted apart and leave the good rows as they were', () => {
    expect(spoilt.counts).toEqual({ ...chengzhou.counts, refused: 14 });
    expect(allRows('penalty', spoilt.files)).toHaveLength(chengzhou.counts.byItem.penalty + 14);
    expect(allRows('penalty', spoilt.files)).toEqual(expect.arrayContaining(allRows('penalty')));
  });
});

describe('the demonstration users', () => {
  test('have every role, and a machine for each department that supplies files', () => {
    expect(new Set(PERSONAS.map(({ role }) => role)).size).toBe(9);
    expect(new Set(PERSONAS.map(({ user }) => user)).size).toBe(PERSONAS.length);
    const machines = PERSONAS.filter(({ machine }) => machine).map(({ unit }) => unit);
    for (const { unit } of chengzhou.files) expect(machines).toContain(unit.code);
  });

  test.each([200, 1_000])('hold, in a city of %d, two enterprises with a penalty to repair, one to wait for and a minor one', (size) => {
    const { enterprises, files } = city({ seed: size, size });
    const held = PERSONAS.find(({ user }) => user === 'enterprise')!.enterprises;
    expect(held).toEqual(enterprises.slice(0, 2).map(({ code }) => code));
    for (const code of held) {
      const own = allRows('penalty', files).filter((row) => row['creditCode'] === code && row['authorityName'] === '澄州市市场监督管理局');
      const served = own.map((row) => {
        const { class: recordClass, minimum, maximum } = law.publicity(day(row['decidedOn']!), classIn(row));
        const over = minimum === undefined || addPeriod(day(row['decidedOn']!), minimum) < FIRST_DAY;
        return maximum && addPeriod(day(row['decidedOn']!), maximum) >= FIRST_DAY
          ? `${recordClass} ${over ? 'served' : 'running'}`
          : 'past';
      });
      expect(served).toEqual(expect.arrayContaining(['general served', 'general running', 'minor served']));
    }
  });
});

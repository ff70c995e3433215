import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { onDate } from '../entry.js';
import { CATALOGUE } from './catalogue.js';
import { recordOpenness } from './disclosure.js';
import { type CatalogueField, type CatalogueItem, type Category, type ItemCode, type Openness, type Polarity } from './item.js';
import { REGISTER_STATES } from './subject-register.js';

/** Category by category: the items, how far each goes at most, and what it says of an enterprise. */
const ITEMS: readonly [Category, ItemCode, Openness, Polarity][] = [
  [1, 'subject-register', 'public', 'neutral'],
  [2, 'judgment', 'public', 'neutral'],
  [2, 'enforcement', 'public', 'adverse'],
  [2, 'consumption-restriction', 'public', 'adverse'],
  [3, 'licence', 'public', 'neutral'],
  [3, 'penalty', 'public', 'adverse'],
  [3, 'administrative-compulsion', 'shared', 'adverse'],
  [3, 'administrative-inspection', 'shared', 'neutral'],
  [3, 'administrative-reward', 'shared', 'favourable'],
  [3, 'administrative-act', 'shared', 'neutral'],
  [4, 'professional-qualification', 'shared', 'neutral'],
  [5, 'abnormal-operation', 'public', 'adverse'],
  [5, 'tax-abnormal', 'public', 'adverse'],
  [6, 'serious-dishonesty', 'public', 'adverse'],
  [7, 'contract-performance', 'shared', 'neutral'],
  [7, 'payment-arrears', 'shared', 'adverse'],
  [8, 'credit-commitment', 'public', 'neutral'],
  [8, 'broken-commitment', 'shared', 'adverse'],
  [9, 'department-rating', 'public', 'neutral'],
  [10, 'compliance-fact', 'shared', 'neutral'],
  [11, 'honour', 'public', 'favourable'],
  [12, 'intellectual-property', 'public', 'neutral'],
  [12, 'intellectual-property-infringement', 'public', 'adverse'],
  [13, 'volunteered-fact', 'public', 'neutral'],
];
const TODAY = localDate('2026-05-11');

const itemOf = (code: ItemCode, on = TODAY): CatalogueItem => onDate(CATALOGUE, on).find((item) => item.code === code)!;
const fieldOf = (code: ItemCode, name: string): CatalogueField => itemOf(code).fields.find((field) => field.name === name)!;
const headers = ({ code, zh, synonyms }: CatalogueField): string[] => [...(code ? [code] : []), zh, ...synonyms];
const bare = (words: string[]): string[] => [
  ...new Set(
    words.map((word) =>
      word
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, ''),
    ),
  ),
];
const repeated = (words: string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);

describe('the catalogue', () => {
  test('has each item once on a day, by category, as open as the category is by default', () => {
    expect(onDate(CATALOGUE, TODAY).map(({ category, code, openness, polarity }) => [category, code, openness, polarity])).toEqual(ITEMS);
  });

  test('covers all thirteen categories of the national catalogue', () => {
    expect([...new Set(ITEMS.map(([category]) => category))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  test('has entries with identifiers of their own and a source', () => {
    expect(repeated(CATALOGUE.map(({ id }) => id))).toEqual([]);
    expect(CATALOGUE.filter(({ source }) => source === '')).toEqual([]);
  });
});

describe.each(CATALOGUE.map((item) => [item.id, item] as const))('the item %s', (_, item) => {
  const names = item.fields.map(({ name }) => name);

  test('names and heads each column once, whatever the width, case and punctuation', () => {
    expect(repeated(names)).toEqual([]);
    expect(repeated(item.fields.flatMap(headers))).toEqual([]);
    expect(repeated(item.fields.flatMap((field) => bare([field.name, ...headers(field)])))).toEqual([]);
    expect(names.filter((name) => !/^[a-z][A-Za-z]*$/.test(name))).toEqual([]);
  });

  test('has a key of columns that no row of an organisation leaves out', () => {
    const left = item.key.filter((name) => {
      const required = item.fields.find((field) => field.name === name)?.required;
      return !(required === true || (typeof required === 'object' && required.is.includes('法人及非法人组织')));
    });
    expect(left).toEqual([]);
  });

  test('asks only for what another column can say', () => {
    for (const { required } of item.fields) {
      if (typeof required !== 'object') continue;
      const other = item.fields.find(({ name }) => name === required.when);
      expect(required.is.length).toBeGreaterThan(0);
      expect(other?.values).toEqual(expect.arrayContaining([...required.is]));
    }
  });

  test('lists the values of enumerations and nothing else', () => {
    for (const { type, values, otherPrefix } of item.fields) {
      expect((values?.length ?? 0) > 0).toBe(type === 'enum' || type === 'set');
      expect(otherPrefix === undefined || values !== undefined).toBe(true);
      expect(repeated([...(values ?? [])])).toEqual([]);
    }
  });

  test('bounds the length of everything but dates', () => {
    expect(item.fields.filter(({ type, length }) => (type === 'date') !== (length === undefined))).toEqual([]);
    expect(item.fields.filter(({ type, length }) => type === 'credit-code' && length !== 18)).toEqual([]);
  });

  test('keeps identity papers inside and is updated in a cycle of days', () => {
    expect(item.fields.filter(({ personal, openness }) => personal && openness !== 'internal')).toEqual([]);
    expect(item.updateCycleDays).toBeGreaterThan(0);
  });
});

describe('the official layouts', () => {
  const codes = (code: ItemCode): string[] => itemOf(code).fields.flatMap((field) => field.code ?? []);

  test('have 28 columns for a licence and 30 for a penalty, which takes two more', () => {
    expect(codes('licence')).toHaveLength(28);
    expect(itemOf('licence').fields).toHaveLength(28);
    expect(codes('penalty')).toHaveLength(30);
    expect(
      itemOf('penalty')
        .fields.slice(30)
        .map(({ name }) => name),
    ).toEqual(['procedure', 'sector']);
  });

  test('keep the official order', () => {
    expect(codes('penalty').slice(13, 20)).toEqual(['CF_WSH', 'CF_WFXW', 'CF_SY', 'CF_YJ', 'CF_CFLB', 'CF_NR', 'CF_NR_FK']);
    expect(codes('licence').slice(13, 20)).toEqual(['XK_XKWS', 'XK_WSH', 'XK_XKLB', 'XK_XKZS', 'XK_XKBH', 'XK_NR', 'XK_JDRQ']);
  });

  test.each([
    ['before the law of 2021', '2021-07-14', ['暂扣或者吊销许可证'], ['通报批评']],
    ['since the law of 2021', '2021-07-15', ['暂扣或者吊销许可证', '通报批评', '责令关闭'], []],
  ])('know the penalty kinds %s', (_, on, known, unknown) => {
    const values = itemOf('penalty', localDate(on)).fields.find(({ name }) => name === 'penaltyKinds')!.values!;
    expect(values).toEqual(expect.arrayContaining(known));
    expect(values.filter((value) => unknown.includes(value))).toEqual([]);
  });

  test('ask for the amount of a fine in 10,000 yuan', () => {
    expect(fieldOf('penalty', 'fineAmount')).toMatchObject({ unit: 'ten-thousand-yuan', required: { when: 'penaltyKinds', is: ['罚款'] } });
  });
});

describe('the register', () => {
  test.each([
    ['name', ['企业名称', '名称']],
    ['establishedOn', ['注册日期', '成立日期']],
    ['legalRepresentative', ['法人代表', '法定代表人']],
    ['registeredCapital', ['注册资金', '注册资本']],
    ['address', ['注册地址', '住所']],
  ])('finds %s under its usual headings', (name, words) => {
    expect(headers(fieldOf('subject-register', name))).toEqual(expect.arrayContaining(words));
  });

  test('knows what every word for a state means', () => {
    expect(fieldOf('subject-register', 'state').values).toEqual(Object.keys(REGISTER_STATES));
  });
});

describe('a record that says itself how far it goes', () => {
  test('is of the items whose category leaves that to the record', () => {
    const left = onDate(CATALOGUE, TODAY).filter(({ fields }) => fields.some(({ name }) => name === 'disclosure'));
    expect(left.map(({ code }) => code)).toEqual(['credit-commitment', 'department-rating', 'volunteered-fact']);
    for (const { fields } of left) expect(fields.find(({ name }) => name === 'disclosure')?.required).toBe(true);
  });

  test.each<[ItemCode, string, Openness]>([
    ['volunteered-fact', '社会公开', 'public'],
    ['volunteered-fact', '政务共享', 'shared'],
    ['volunteered-fact', '授权查询', 'authorised'],
    ['credit-commitment', '可向社会公开', 'public'],
    ['credit-commitment', '特定范围内公开', 'shared'],
    ['credit-commitment', '不可公开', 'authorised'],
    ['department-rating', '随便看', 'authorised'],
    ['penalty', '授权查询', 'public'],
  ])('goes, as %s of %s, as far as that says: %s', (code, disclosure, openness) => {
    expect(recordOpenness(itemOf(code), { disclosure })).toBe(openness);
  });

  test.each<Openness>(['shared', 'authorised', 'own-unit', 'internal'])('never goes further than its item, which is %s', (openness) => {
    expect(recordOpenness({ ...itemOf('volunteered-fact'), openness }, { disclosure: '社会公开' })).toBe(openness);
  });
});

test.each<ItemCode>(['serious-dishonesty', 'abnormal-operation'])('%s names the document of the unit that listed', (code) => {
  expect(fieldOf(code, 'documentNumber').required).toBe(true);
  expect(fieldOf(code, 'authorityCode').required).toBe(true);
});

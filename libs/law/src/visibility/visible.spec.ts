import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { CATALOGUE } from '../catalogue/catalogue.js';
import { column } from '../catalogue/columns.js';
import { type CatalogueItem, type Openness } from '../catalogue/item.js';
import { type Reader, type Role } from './reader.js';
import { applyVisibility, visible, withoutPurpose } from './visible.js';

const TODAY = localDate('2026-05-11');
const OWN = '91429502MA4F0AB13A';
const OTHER = '91429502MA4F0AB13B';
const UNIT = '11429500MB1A00001A';

const ROLES: Role[] = [
  'enterprise-agent',
  'centre-reviewer',
  'centre-supervisor',
  'determining-officer',
  'checking-officer',
  'regulator',
  'auditor',
  'administrator',
  'department-client',
];

const item: CatalogueItem = {
  ...CATALOGUE[0]!,
  openness: 'public',
  fields: [
    column('open', '公开'),
    column('shared', '共享', { openness: 'shared' }),
    column('masked', '遮蔽', { openness: 'shared', mask: [3, 2] }),
    column('consented', '授权', { openness: 'authorised' }),
    column('ours', '本单位', { openness: 'own-unit' }),
    column('internal', '内部', { openness: 'internal' }),
    column('paper', '证件号码', { openness: 'public', mask: [3, 4], personal: true }),
  ],
};

const VALUES = { open: 'a', shared: 'b', masked: '420200123456789', consented: 'c', ours: 'd', internal: 'e', paper: '1234567890' };

const OPEN = { open: 'a', masked: '420**********89' };
const SHARED = { open: 'a', shared: 'b', masked: '420200123456789' };
const CONSENTED = { ...SHARED, consented: 'c' };
const WHOLE = { ...CONSENTED, ours: 'd' };

const reader = (role: Reader['role'], rest: Partial<Reader> = {}): Reader => ({ role, enterprises: [], ...rest });
const seen = (who: Reader): Record<string, string> => applyVisibility(VALUES, visible(who, item, TODAY), item);

describe('what a reader sees of a record', () => {
  test.each<[string, Reader, Record<string, string>]>([
    ['the public', reader('public'), OPEN],
    ['the public with somebody named', reader('public', { enterprises: [OWN], subject: OWN, unit: UNIT, sourceUnit: UNIT }), OPEN],
    ['an enterprise of itself', reader('enterprise-agent', { enterprises: [OTHER, OWN], subject: OWN }), CONSENTED],
    ['an enterprise of another', reader('enterprise-agent', { enterprises: [OTHER], subject: OWN }), OPEN],
    ['an enterprise of nobody named', reader('enterprise-agent', { enterprises: [OWN] }), OPEN],
    ['the credit centre', reader('centre-reviewer'), SHARED],
    ['its supervisor', reader('centre-supervisor'), SHARED],
    ['a department of another unit’s record', reader('determining-officer', { unit: UNIT, sourceUnit: 'other' }), SHARED],
    ['a department of its own record', reader('determining-officer', { unit: UNIT, sourceUnit: UNIT }), WHOLE],
    ['a checking department', reader('checking-officer', { unit: UNIT }), SHARED],
    ['a department without a unit', reader('checking-officer'), SHARED],
    ['a machine of the source unit', reader('department-client', { unit: UNIT, sourceUnit: UNIT }), WHOLE],
    ['the regulator', reader('regulator'), WHOLE],
    ['the auditor', reader('auditor'), WHOLE],
    ['the administrator', reader('administrator', { unit: UNIT, sourceUnit: UNIT }), OPEN],
  ])('%s', (_, who, expected) => {
    expect(seen(who)).toEqual(expected);
  });

  test.each([...ROLES, 'public' as const])('never identity papers nor the inside: %s', (role) => {
    const values = seen(reader(role, { unit: UNIT, sourceUnit: UNIT, enterprises: [OWN], subject: OWN }));
    expect(values).not.toHaveProperty('paper');
    expect(values).not.toHaveProperty('internal');
  });
});

describe('a reader who states no purpose', () => {
  const stranger: Partial<Reader> = { unit: UNIT, sourceUnit: 'other', enterprises: [OTHER], subject: OWN };

  test.each([...ROLES, 'public' as const])('is given what anyone is given, whoever it is: %s', (role) => {
    for (const entry of [item, ...CATALOGUE]) {
      const anyone = visible(reader('public'), entry, TODAY);
      expect(visible(withoutPurpose(reader(role, stranger)), entry, TODAY)).toEqual(anyone);
    }
  });

  test.each<[string, Reader, Record<string, string>]>([
    ['an enterprise of itself', reader('enterprise-agent', { enterprises: [OWN], subject: OWN }), CONSENTED],
    ['a department of its own record', reader('determining-officer', { unit: UNIT, sourceUnit: UNIT }), WHOLE],
  ])('keeps its own: %s', (_, who, expected) => {
    expect(seen(withoutPurpose(who))).toEqual(expected);
  });
});

describe('an item that is not open', () => {
  const closed: CatalogueItem = { ...item, openness: 'own-unit' };

  test('is not there for a reader beyond its reach, field by field', () => {
    const visibility = visible(reader('checking-officer', { unit: 'other', sourceUnit: UNIT }), closed, TODAY);
    expect(visibility.record).toBe(false);
    expect(new Set(Object.values(visibility.fields))).toEqual(new Set(['hidden']));
    expect(applyVisibility(VALUES, visibility, closed)).toEqual({});
  });

  test('is there for the unit that supplied it', () => {
    expect(visible(reader('determining-officer', { unit: UNIT, sourceUnit: UNIT }), closed, TODAY).record).toBe(true);
  });
});

test('nothing is visible on a day without a rule', () => {
  expect(visible(reader('auditor'), item, localDate('2001-01-01')).record).toBe(false);
});

test('a field that the catalogue does not know is dropped', () => {
  expect(applyVisibility({ open: 'a', telephone: '1' }, visible(reader('auditor'), item, TODAY), item)).toEqual({ open: 'a' });
});

test.each([
  ['42020', '*****'],
  ['420', '***'],
  ['420201', '420*01'],
  ['', ''],
])('masks %s as %s', (value, expected) => {
  expect(applyVisibility({ masked: value }, visible(reader('public'), item, TODAY), item)).toEqual({ masked: expected });
});

test.each<[Openness, Openness, boolean, boolean]>([
  ['public', 'shared', false, true],
  ['public', 'authorised', false, false],
  ['shared', 'public', false, true],
  ['own-unit', 'public', false, false],
])('of an item that is %s a record that is %s goes no further than both', (openness, ofRecord, toPublic, toDepartment) => {
  const goes = (who: Reader): boolean => visible(who, { ...item, openness }, TODAY, ofRecord).record;
  expect([goes(reader('public')), goes(reader('checking-officer', { unit: UNIT }))]).toEqual([toPublic, toDepartment]);
});

const STANDINGS: [string, Reader, Openness[]][] = [
  ['the public', reader('public'), ['public']],
  ['another enterprise', reader('enterprise-agent', { enterprises: [OTHER], subject: OWN }), ['public']],
  ['the enterprise itself', reader('enterprise-agent', { enterprises: [OWN], subject: OWN }), ['public', 'shared', 'authorised']],
  ['a department', reader('checking-officer', { unit: UNIT, sourceUnit: 'other' }), ['public', 'shared']],
  ['the source unit', reader('department-client', { unit: UNIT, sourceUnit: UNIT }), ['public', 'shared', 'authorised', 'own-unit']],
  ['the regulator', reader('regulator'), ['public', 'shared', 'authorised', 'own-unit']],
  ['the administrator', reader('administrator'), ['public']],
];

describe.each(CATALOGUE.map((entry) => [entry.id, entry] as const))('of %s', (_, entry) => {
  test.each(STANDINGS)('%s sees every field of its reach, or nothing', (_who, who, reached) => {
    const { record, fields } = visible(who, entry, TODAY);
    expect(record).toBe(reached.includes(entry.openness));
    for (const { name, openness, personal } of entry.fields)
      expect(fields[name] === 'full').toBe(record && reached.includes(openness) && !personal);
  });
});

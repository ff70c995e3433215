import { localDate } from '@chengxin/kernel';
import { loadLaw, type Openness, type Reader, withoutPurpose } from '@chengxin/law';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asSource, type Reach, REACHES, readable, readableKinds } from './reach.js';

const TODAY = localDate('2026-05-11');
const OWN = '91429502MA4F0AB13A';
const UNIT = '11429500MB1A00001A';
const catalogue = loadLaw().catalogue(TODAY);
const penalty = catalogue.find(({ code }) => code === 'penalty')!;

const reader = (role: Reader['role'], rest: Partial<Reader> = {}): Reader => ({ role, enterprises: [], subject: OWN, ...rest });

const PUBLIC: Reach[] = ['public'];
const SHARED: Reach[] = ['public', 'shared'];
const ALL: Reach[] = [...REACHES];

describe('a penalty reaches', () => {
  test.each<[string, Reader, Reach[]]>([
    ['the public while it is shown', reader('public'), PUBLIC],
    ['another enterprise while it is shown', reader('enterprise-agent', { enterprises: ['91429502MA4F0AB13B'] }), PUBLIC],
    ['its own enterprise always', reader('enterprise-agent', { enterprises: [OWN] }), ALL],
    ['departments while it is shown or shared', reader('checking-officer', { unit: UNIT }), SHARED],
    ['the centre while it is shown or shared', reader('centre-reviewer'), SHARED],
    ['the unit that supplied it always', reader('determining-officer', { unit: UNIT, sourceUnit: UNIT }), ALL],
    ['the regulator always', reader('regulator'), ALL],
    ['the auditor always', reader('auditor'), ALL],
    ['the administrator while it is shown', reader('administrator'), PUBLIC],
  ])('%s', (_, who, expected) => {
    expect(REACHES.filter((reach) => readable(who, penalty, reach, TODAY).record)).toEqual(expected);
  });

  test.each<[Openness, Reader, Reach[]]>([
    ['shared', reader('public'), []],
    ['shared', reader('checking-officer'), SHARED],
    ['own-unit', reader('enterprise-agent', { enterprises: [OWN] }), []],
    ['internal', reader('auditor'), []],
  ])('nobody beyond its item when that is %s: %j', (openness, who, expected) => {
    expect(REACHES.filter((reach) => readable(who, { ...penalty, openness }, reach, TODAY).record)).toEqual(expected);
  });
});

describe('the kinds of records that a reader may see', () => {
  test('are for the public those that are shown, of every item that is public', () => {
    const kinds = readableKinds(reader('public'), catalogue, TODAY);
    expect(new Set(kinds.map(({ reach }) => reach))).toEqual(new Set(PUBLIC));
    const open = catalogue.filter(({ openness }) => openness === 'public').map(({ code }) => code);
    expect(kinds.map(({ item }) => item).filter((item, at, all) => all.indexOf(item) === at)).toEqual(open);
  });

  test('are for a department the ended ones only where it supplied them', () => {
    const kinds = readableKinds(reader('determining-officer', { unit: UNIT }), catalogue, TODAY);
    expect(kinds).toContainEqual({ item: 'penalty', reach: 'authorised', own: true });
    expect(kinds).not.toContainEqual({ item: 'penalty', reach: 'authorised', own: false });
  });
});

test('a reader without a unit supplied nothing', () => {
  expect(asSource(reader('checking-officer'), true)).toEqual(reader('checking-officer'));
  expect(asSource(reader('checking-officer', { unit: UNIT, sourceUnit: 'x' }), false)).toEqual(reader('checking-officer', { unit: UNIT }));
});

describe('without a purpose', () => {
  const roles: Reader['role'][] = [
    ...(['public', 'enterprise-agent', 'centre-reviewer', 'centre-supervisor', 'determining-officer'] as const),
    ...(['checking-officer', 'regulator', 'auditor', 'administrator', 'department-client'] as const),
  ];
  const strangers = fc.record({
    role: fc.constantFrom(...roles),
    unit: fc.option(fc.constantFrom(UNIT, '11429500MB1A000288'), { nil: undefined }),
    enterprises: fc.subarray(['91429502MA4F0AB13B', '91429502MA4F0AB13C']),
  });
  const anyone = readableKinds(reader('public'), catalogue, TODAY);
  const ofOthers = (kinds: typeof anyone) => kinds.filter(({ own }) => !own);

  test('nobody sees more kinds of records than anyone does, but for what the own unit supplied', () => {
    fc.assert(
      fc.property(strangers, (who) => {
        const kinds = readableKinds(withoutPurpose({ ...who, subject: OWN }), catalogue, TODAY);
        expect(ofOthers(kinds)).toEqual(ofOthers(anyone));
        if (who.unit === undefined) expect(kinds).toEqual(anyone);
      }),
    );
  });

  test('nor more of their fields', () => {
    fc.assert(
      fc.property(strangers, fc.constantFrom(...catalogue), fc.constantFrom(...REACHES), (who, item, reach) => {
        const seen = readable(withoutPurpose({ ...who, subject: OWN }), item, reach, TODAY);
        expect(seen).toEqual(readable(reader('public'), item, reach, TODAY));
      }),
    );
  });
});

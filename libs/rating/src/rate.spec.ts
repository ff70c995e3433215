import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type LocalDate, localDate } from '@chengxin/kernel';
import { aRatedRecord, comprehensive } from '../testing/index.js';
import { changesAfter, rate, type RatedRecord, repaired } from './index.js';

const model = comprehensive();
const ON = localDate('2026-05-11');

interface Example {
  what: string;
  on: LocalDate;
  records: Omit<RatedRecord, 'recordId'>[];
  points: Record<string, number>;
  score: number;
  grade: string;
}

const examples = JSON.parse(readFileSync(new URL('../models/comprehensive-2026.examples.json', import.meta.url), 'utf8')) as Example[];
const numbered = (n: number): string => `0196bd3c-5a00-7000-8000-${String(n).padStart(12, '0')}`;

describe('a worked example', () => {
  test.each(examples.map((example) => [example.what, example] as const))('%s', (_, { on, records, points, score, grade }) => {
    const rating = rate({ records: records.map((record, n) => ({ ...record, recordId: numbered(n) })) }, model, on);
    expect(rating).toMatchObject({
      score,
      grade,
      maximum: 1000,
      scale: 'national-2026',
      model: { id: 'comprehensive-2026', version: 1 },
      on,
    });
    expect(Object.fromEntries(rating.contributions.map(({ indicator, points: given }) => [indicator, given]))).toEqual(points);
  });
});

describe('a contribution', () => {
  test('names its records and its entry', () => {
    const records = [aRatedRecord({ recordId: numbered(2) }), aRatedRecord({ recordId: numbered(1) })];
    expect(rate({ records }, model, ON).contributions[1]).toEqual({
      indicator: 'general-penalties',
      points: -180,
      recordIds: [numbered(1), numbered(2)],
      entry: 'comprehensive-2026.1/general-penalties',
    });
  });
});

describe('a model', () => {
  test('rates on no day before it is in force', () => {
    expect(() => rate({ records: [] }, model, localDate('2026-04-01'))).toThrow('not in force on 2026-04-01');
  });
});

const dates = fc.integer({ min: -400, max: 2000 }).map((days) => addDays(ON, days));
const ends = fc.option(dates, { nil: undefined }).map((until) => (until ? { until } : {}));
const classes = fc.constantFrom('minor' as const, 'general' as const, 'serious' as const);
const ids = fc.integer({ min: 0, max: 10_000_000 }).map(numbered);
const penalties = fc
  .record({ recordId: ids, class: classes, end: ends })
  .map(({ recordId, class: of, end }) => ({ recordId, item: 'penalty' as const, class: of, ...end }));
const listings = fc
  .record({ recordId: ids, item: fc.constantFrom('serious-dishonesty' as const, 'abnormal-operation' as const), end: ends })
  .map(({ end, ...listing }) => ({ ...listing, ...end }));
const adverse = fc.oneof(penalties, listings);
const favourable = fc
  .record({ recordId: ids, item: fc.constantFrom('honour' as const, 'licence' as const, 'subject-register' as const), end: ends })
  .map(({ end, ...kept }) => ({ ...kept, ...end }));
const histories = fc.uniqueArray(fc.oneof(adverse, favourable), { maxLength: 25, selector: ({ recordId }) => recordId });
const days = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(ON, n));

describe('for every history', () => {
  test('the contributions add up to the score, which lies on the scale and within its grade', () => {
    fc.assert(
      fc.property(histories, days, (records, on) => {
        const { score, grade, contributions } = rate({ records }, model, on);
        expect(contributions.reduce((total, { points }) => total + points, 0)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1000);
        expect(grade).toBe(model.grades.find(({ from }) => score >= from)?.grade);
      }),
    );
  });

  test('an added adverse record never raises the score', () => {
    fc.assert(
      fc.property(histories, adverse, days, (records, added, on) => {
        fc.pre(records.every(({ recordId }) => recordId !== added.recordId));
        expect(rate({ records: [...records, added] }, model, on).score).toBeLessThanOrEqual(rate({ records }, model, on).score);
      }),
    );
  });

  test('an added favourable record never lowers the score', () => {
    fc.assert(
      fc.property(histories, favourable, days, (records, added, on) => {
        fc.pre(records.every(({ recordId }) => recordId !== added.recordId));
        expect(rate({ records: [...records, added] }, model, on).score).toBeGreaterThanOrEqual(rate({ records }, model, on).score);
      }),
    );
  });

  test('repairing an adverse record never lowers the score, from the day of the repair on', () => {
    fc.assert(
      fc.property(histories, adverse, days, fc.nat(500), (records, one, on, later) => {
        fc.pre(records.every(({ recordId }) => recordId !== one.recordId));
        const day = addDays(on, later);
        const before = rate({ records: [...records, one] }, model, day);
        const after = rate({ records: [...records, repaired(one, on)] }, model, day);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after).toEqual(rate({ records }, model, day));
      }),
    );
  });

  test('order and repetition of the records do not matter', () => {
    const shuffled = histories.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray([...records, ...records], { minLength: records.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, days, ([records, mixed], on) =>
        expect(rate({ records: mixed }, model, on)).toEqual(rate({ records }, model, on)),
      ),
    );
  });

  test('equal facts have an equal rating', () => {
    fc.assert(
      fc.property(histories, days, (records, on) =>
        expect(rate({ records: structuredClone(records) }, model, on)).toEqual(rate({ records }, model, on)),
      ),
    );
  });

  test('nothing changes by itself before the day after the first end that is known', () => {
    fc.assert(
      fc.property(histories, days, (records, on) => {
        const last = changesAfter({ records }, on) ?? addDays(on, 3000);
        const { contributions } = rate({ records }, model, on);
        expect(rate({ records }, model, last).contributions).toEqual(contributions);
      }),
    );
  });
});

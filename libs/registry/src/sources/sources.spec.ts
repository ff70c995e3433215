import { describe, expect, test } from '@jest/globals';
import { addDays, localDate, workingDaysBetween } from '@chengxin/kernel';
import { type CatalogueItem, type ItemCode, loadLaw } from '@chengxin/law';
import fc from 'fast-check';
import { aPenalty } from '../../testing/index.js';
import { type TalliedRow, tallyOf } from './tally.js';
import { nextReportDue, timelinessOn, workingDaysUntil } from './timeliness.js';

const TODAY = localDate('2026-05-11');
const law = loadLaw();
const item = (code: ItemCode) => law.item(code, TODAY) as CatalogueItem;
const until = workingDaysUntil(TODAY, law.calendar);
const timeliness = (code: ItemCode, decidedOn: string) =>
  timelinessOn(law, { item: item(code), today: TODAY }, until)(localDate(decidedOn));

describe('the duty of licence and penalty publicity', () => {
  test('counts working days like the calendar, in whatever order days are asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 8 }), (ages) => {
        const fresh = workingDaysUntil(TODAY, law.calendar);
        for (const age of ages) {
          const from = addDays(TODAY, -age);
          expect(fresh(from)).toBe(workingDaysBetween(law.calendar, from, TODAY).days);
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['on the seventh working day', '2026-04-28', { days: 7, late: false }],
    ['on the eighth', '2026-04-27', { days: 8, late: true }],
    ['before the duty was', '2015-06-30', undefined],
  ])('a penalty received %s', (_, decidedOn, expected) => {
    expect(timeliness('penalty', decidedOn)).toEqual(expected);
  });

  test('binds licences and penalties alone', () => {
    expect(timeliness('licence', '2026-05-01')).toBeDefined();
    expect(timeliness('honour', '2020-05-01')).toBeUndefined();
  });

  test('leaves the next report seven working days for a decision of the next day, other items their cycle', () => {
    expect(nextReportDue(law, item('penalty'), localDate('2026-05-10'))).toBe('2026-05-20');
    const { updateCycleDays } = item('honour');
    expect(nextReportDue(law, item('honour'), TODAY)).toBe(addDays(TODAY, updateCycleDays));
  });
});

describe('a tally', () => {
  const row = (outcome: TalliedRow['outcome'], values: Record<string, string> = {}): TalliedRow => ({
    outcome,
    fields: aPenalty({ decidedOn: '2026-05-08', ...values }),
  });
  const on = (day: string) => timeliness('penalty', day);

  test('measures new records alone', () => {
    const rows = [row('accepted'), row('accepted', { decidedOn: '2026-04-01' }), row('unchanged'), row('corrected'), row('refused')];
    expect(tallyOf(rows, item('penalty'), on)).toMatchObject({
      ...{ rows: 5, accepted: 2, unchanged: 1, corrected: 1, refused: 1 },
      ...{ onTime: 1, late: 1, takenDays: 27, longestDays: 25 },
    });
  });

  test('counts optional fields that were filled, without identity papers', () => {
    const bare = tallyOf([row('accepted')], item('penalty'), on);
    const richer = tallyOf([row('accepted', { remarks: '说明', representativePaperNumber: 'x' })], item('penalty'), on);
    expect(richer.filledFields - bare.filledFields).toBe(1);
    expect(richer.optionalFields).toBe(bare.optionalFields);
    expect(richer.filledFields).toBeLessThan(richer.optionalFields);
  });

  test('of rows in parts is that of the whole', () => {
    const rows = fc.array(
      fc.record({
        outcome: fc.constantFrom<TalliedRow['outcome']>('accepted', 'unchanged', 'corrected', 'refused'),
        age: fc.integer({ min: 0, max: 60 }),
      }),
    );
    fc.assert(
      fc.property(rows, fc.nat(20), (all, cut) => {
        const given = all.map(({ outcome, age }) => row(outcome, { decidedOn: addDays(TODAY, -age) }));
        const [whole, first, second] = [given, given.slice(0, cut), given.slice(cut)].map((part) => tallyOf(part, item('penalty'), on));
        for (const [name, count] of Object.entries(whole ?? {})) {
          const [a = 0, b = 0] = [first, second].map((part) => part?.[name as keyof typeof part]);
          expect(name === 'longestDays' ? Math.max(a, b) : a + b).toBe(count);
        }
      }),
      { numRuns: 50 },
    );
  });
});

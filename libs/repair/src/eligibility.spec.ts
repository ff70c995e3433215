import { localDate } from '@chengxin/kernel';
import { loadLaw } from '@chengxin/law';
import { describe, expect, test } from '@jest/globals';
import { aRecord, FULFILMENT } from '../testing/index.js';
import { type Answer, type Candidate, eligibility } from './eligibility.js';

const LAW = loadLaw();
const minor: Partial<Candidate> = { class: 'minor', publicity: { shown: false, entries: ['publicity.2026.minor'] } };
const stateOf = (record: Candidate, rule: string, on: string) =>
  eligibility(record, LAW, localDate(on)).conditions.find((condition) => condition.rule === rule)?.state;

describe('whether a record can be repaired', () => {
  test.each<[string, Partial<Candidate>, string, Answer]>([
    ['a general penalty on its first day', {}, '2026-05-11', { notBefore: localDate('2026-08-12'), workingDays: 66 }],
    ['on the last day of its minimum', {}, '2026-08-11', { notBefore: localDate('2026-08-12'), workingDays: 1 }],
    ['on the day after', {}, '2026-08-12', 'now'],
    ['on the last day of its maximum', {}, '2027-05-11', 'now'],
    ['after its three ends', {}, '2027-05-12', 'not-needed'],
    ['a minor one at once', minor, '2026-05-11', 'now'],
    ['an honour', { item: 'honour', polarity: 'favourable' }, '2026-08-12', 'not-needed'],
    ['a repaired one', { standing: 'repaired' }, '2026-08-12', 'not-needed'],
    ['one with a running case', { openCase: 'XF1' }, '2026-08-12', 'not-needed'],
    ['of a kind the measures do not name', { item: 'licence' }, '2026-08-12', { never: '信用修复管理办法 第四条' }],
  ])('%s', (_, changes, on, answer) => {
    expect(eligibility(aRecord(changes), LAW, localDate(on)).answer).toEqual(answer);
  });

  test('counts no working days into a year without a notice', () => {
    const publicity = { ...aRecord().publicity, minimumUntil: localDate('2027-05-11') };
    expect(eligibility(aRecord({ publicity }), LAW, localDate('2026-05-11')).answer).toEqual({ notBefore: '2027-05-12' });
  });

  test('rests on five conditions, each with its proof and its source', () => {
    const { conditions } = eligibility(aRecord(), LAW, localDate('2026-05-11'));
    expect(conditions.map(({ rule, state }) => [rule, state])).toEqual([
      ['record-repairable', 'met'],
      ['no-open-case', 'met'],
      ['publicity-served', 'not-met'],
      ['obligations-met', 'unknown'],
      ['commitment-complete', 'not-met'],
    ]);
    expect(conditions.every(({ proof, source }) => proof.zh && proof.en && source)).toBe(true);
  });

  test.each([
    ['unknown', undefined, 'unknown'],
    ['met', FULFILMENT, 'met'],
    ['dated ahead', { ...FULFILMENT, fulfilledOn: localDate('2027-01-01') }, 'not-met'],
  ])('a fulfilment that is %s', (_, fulfilment, state) => {
    expect(stateOf(aRecord({ fulfilment }), 'obligations-met', '2026-08-12')).toBe(state);
  });

  test('a running case is named as the proof', () => {
    const { conditions } = eligibility(aRecord({ openCase: 'XF1' }), LAW, localDate('2026-08-12'));
    expect(conditions[1]).toMatchObject({ rule: 'no-open-case', state: 'not-met', proof: { zh: '在办申请 XF1' } });
  });
});

import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { aRatedRecord, comprehensive } from '../testing/index.js';
import { differs, moved, modelFaults, rate, ratedRecord, type RatingModel, repaired, type StatedRecord } from './index.js';

const ON = localDate('2026-05-11');
const stated = (changes: Partial<StatedRecord> = {}): StatedRecord => ({
  recordId: 'r',
  item: 'penalty',
  ratingClass: 'general',
  fields: { validUntil: '2026-06-01' },
  publicity: { countedUntil: '2027-04-20' },
  ...changes,
});

describe('a record as a rating weighs it', () => {
  test.each([
    ['counts through the day that registry states', stated(), { class: 'general', until: '2027-04-20' }],
    ['has the class of 2026 where it has two', stated({ class: 'serious', ratingClass: 'minor' }), { class: 'minor' }],
    ['counts without a known end', stated({ publicity: {} }), { until: undefined }],
    ['is a licence through its own term', stated({ item: 'licence', publicity: {} }), { until: '2026-06-01' }],
    [
      'is an honour through the earlier end',
      stated({ item: 'honour', publicity: { countedUntil: '2026-05-30' } }),
      { until: '2026-05-30' },
    ],
    ['is an honour without a term', stated({ item: 'honour', fields: {}, publicity: {} }), { until: undefined }],
    [
      'is no licence that is no longer valid',
      stated({ item: 'licence', fields: { state: '2', validUntil: '2099-12-31' } }),
      { until: '0001-01-01' },
    ],
  ])('%s', (_, record, expected) => {
    const { class: of, until } = ratedRecord(record);
    expect({ class: of, until }).toMatchObject(expected);
  });

  test('no longer counts on the day of its repair, nor later than it did before', () => {
    expect(repaired(aRatedRecord(), ON).until).toBe('2026-05-10');
    expect(repaired(aRatedRecord({ until: localDate('2026-01-01') }), ON).until).toBe('2026-01-01');
    expect(repaired({ recordId: 'r', item: 'penalty' }, ON).until).toBe('2026-05-10');
  });
});

describe('a review', () => {
  const model = comprehensive();
  const clean = rate({ records: [] }, model, ON);
  const fined = rate({ records: [aRatedRecord()] }, model, ON);

  test('tells a first rating and another score', () => {
    expect([moved(undefined, clean), moved(clean, fined), moved(clean, clean)]).toEqual([true, true, false]);
    expect([differs(undefined, clean), differs(clean, fined), differs(clean, clean)]).toEqual([true, true, false]);
  });

  test('tells other reasons for the same score, which did not move', () => {
    const other = rate({ records: [aRatedRecord({ recordId: '0196bd3c-5a00-7000-8000-000000000009' })] }, model, ON);
    expect([moved(fined, other), differs(fined, other)]).toEqual([false, true]);
  });

  test('does not take another day for another rating', () => {
    expect(differs(fined, rate({ records: [aRatedRecord()] }, model, localDate('2026-06-01')))).toBe(false);
  });
});

describe('a model', () => {
  const shipped = comprehensive();
  const changed = (changes: Partial<RatingModel>): string[] => modelFaults({ ...shipped, ...changes });
  const [first, ...others] = shipped.indicators;

  test('that is shipped has no faults', () => expect(modelFaults(shipped)).toEqual([]));

  test.each<[string, Partial<RatingModel>, RegExp]>([
    ['with a score above the maximum', { maximum: 999 }, /the highest score would be 1000/],
    ['with a score below 0', { start: { ...shipped.start, points: 800 } }, /the lowest score would be -45/],
    ['with a fraction', { indicators: [{ ...first!, points: -1.5 }, ...others] }, /minor-penalties: points and limit must be integers/],
    ['with a limit of the other direction', { indicators: [{ ...first!, limit: 45 }, ...others] }, /minor-penalties: points and limit/],
    ['with an indicator twice', { indicators: [...shipped.indicators, first!] }, /minor-penalties: named twice/],
    ['with grades that rise', { grades: [...shipped.grades].reverse() }, /the grades must fall/],
    ['with grades that leave a gap at the end', { grades: shipped.grades.slice(0, -1) }, /down to 0/],
    ['with a ceiling off the scale', { vetoes: [{ ...shipped.vetoes[0]!, ceiling: 1001 }] }, /serious-dishonesty: the ceiling/],
  ])('%s has that fault', (_, changes, fault) => expect(changed(changes).join('\n')).toMatch(fault));
});

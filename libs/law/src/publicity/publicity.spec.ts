import { describe, expect, test } from '@jest/globals';
import { localDate, months } from '@chengxin/kernel';
import { loadLaw } from '../index.js';

const law = loadLaw();

describe('publicity', () => {
  test.each([
    ['2017-07-30', 'general', { regime: '2017', published: true, maximum: months(12) }, 'assumed'],
    ['2017-07-31', 'minor', { regime: '2017', published: true, maximum: months(12) }, 'assumed'],
    ['2017-07-31', 'general', { regime: '2017', published: true, maximum: months(12) }, 'confirmed'],
    ['2019-06-30', 'serious', { regime: '2017', published: true, maximum: months(36) }, 'confirmed'],
    ['2019-07-01', 'minor', { regime: '2019', published: true, minimum: months(3), maximum: months(12) }, 'assumed'],
    ['2019-07-01', 'general', { regime: '2019', published: true, minimum: months(3), maximum: months(12) }, 'confirmed'],
    ['2023-04-30', 'serious', { regime: '2019', published: true, minimum: months(6), maximum: months(36) }, 'confirmed'],
    ['2023-05-01', 'minor', { regime: '2023', published: false, maximum: months(3) }, 'assumed'],
    ['2023-05-01', 'general', { regime: '2023', published: true, minimum: months(3), maximum: months(36) }, 'confirmed'],
    ['2026-03-31', 'serious', { regime: '2023', published: true, minimum: months(12), maximum: months(36) }, 'confirmed'],
    ['2026-04-01', 'minor', { regime: '2026', published: false, maximum: months(3) }, 'confirmed'],
    ['2026-04-01', 'general', { regime: '2026', published: true, minimum: months(3), maximum: months(12) }, 'confirmed'],
    ['2026-04-01', 'serious', { regime: '2026', published: true, minimum: months(12), maximum: months(36) }, 'confirmed'],
  ] as const)('of a record decided on %s, %s, is %j', (on, recordClass, expected, mark) => {
    const { entry, ...term } = law.publicity(localDate(on), recordClass);
    expect(term).toEqual({ ...expected, class: recordClass });
    expect(entry.mark).toBe(mark);
  });

  test('has no entry for a day before there was any', () => {
    expect(() => law.publicity(localDate('1949-09-30'), 'general')).toThrow(RangeError);
  });

  test('the switch for older records is on, and assumed', () => {
    expect(law.transition).toMatchObject({ applies: true, before: '2026-04-01', notBefore: '2026-04-01', mark: 'assumed' });
  });

  test.each(['2020-01-01', '2026-03-31', '2026-04-01', '2030-01-01'])(
    'a maximum reached on %s ends all three, also with an open duty',
    (on) => {
      const everything = { shown: true, shared: true, counted: true };
      expect(law.maximumEnds(localDate(on))).toMatchObject({ ends: everything, endsUnfulfilled: everything, mark: 'assumed' });
    },
  );
});

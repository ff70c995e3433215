import { localDate } from '@chengxin/kernel';
import { describe, expect, test } from '@jest/globals';
import { aRecord } from '../../testing/index.js';
import { publicityServed } from './publicity-served.js';

describe('publicity served', () => {
  test.each([
    ['its last day', '2026-08-11', 'repair.publicity-running'],
    ['the day after', '2026-08-12', undefined],
  ])('on %s', (_, on, code) => {
    expect(publicityServed({ record: aRecord() }, localDate(on))?.code).toBe(code);
  });

  test('says the last day, the first day to file, and the entries', () => {
    expect(publicityServed({ record: aRecord() }, localDate('2026-05-11'))).toEqual({
      code: 'repair.publicity-running',
      endsOn: '2026-08-11',
      notBefore: '2026-08-12',
      entries: ['publicity.2026.general'],
    });
  });

  test('asks nothing of a minor record, not even on its first day', () => {
    expect(publicityServed({ record: aRecord({ class: 'minor' }) }, localDate('2026-05-11'))).toBeUndefined();
  });

  test('asks nothing of a record without a minimum', () => {
    const publicity = { shown: true, entries: ['publicity.2017'] };
    expect(publicityServed({ record: aRecord({ publicity }) }, localDate('2026-05-11'))).toBeUndefined();
  });
});

import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { loadLaw } from '../index.js';

const law = loadLaw();

describe('personal details are kept', () => {
  test.each([
    ['record', 'decision', { months: 60 }],
    ['rejection', 'receipt', { days: 180 }],
  ] as const)('with a %s, counted from its %s', (kept, counts, period) => {
    expect(law.retention(kept, localDate('2026-05-11'))).toMatchObject({ counts, period, mark: 'assumed' });
  });

  test('under no rule before the act', () => {
    expect(() => law.retention('record', localDate('2021-10-31'))).toThrow('retention with a record on 2021-10-31');
  });
});

import { expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { publicNumber } from './public-number.js';

test('a number names its kind and day, and no two are the same', () => {
  const numbers = Array.from({ length: 500 }, () => publicNumber('HC', localDate('2026-05-11')));
  for (const number of numbers) expect(number).toMatch(/^HC20260511[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(new Set(numbers).size).toBe(500);
});

import { localDate } from '@chengxin/kernel';
import { expect, test } from '@jest/globals';
import { newCaseNumber } from './case-number.js';

test('a case number says its day and nothing that can be guessed', () => {
  const numbers = Array.from({ length: 1000 }, () => newCaseNumber(localDate('2026-05-11')));
  expect(numbers.every((number) => /^XF20260511[0-9A-HJKMNP-TV-Z]{16}$/.test(number))).toBe(true);
  expect(new Set(numbers).size).toBe(1000);
});

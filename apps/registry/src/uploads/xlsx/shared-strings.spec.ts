import { describe, expect, test } from '@jest/globals';
import { UnusableWorkbook } from '../table-row.js';
import { SharedStrings } from './shared-strings.js';

const of = (texts: readonly string[]): SharedStrings => {
  const strings = new SharedStrings();
  for (const text of texts) strings.add(text);
  return strings;
};

describe('the shared texts of a workbook', () => {
  test('come back by their place, whatever they hold', () => {
    const texts = ['', '澄州市市场监督管理局', 'plain', '😀', 'half a pair \ud83d', '\u0000', '', '〔2026〕'];
    const strings = of(texts);
    expect(texts.map((_, place) => strings.at(place))).toEqual(texts);
  });

  test('are more than one page holds, none cut in two', () => {
    const texts = Array.from({ length: 10_000 }, (_, n) => `${n}`.padEnd(1_000, '长'));
    const strings = of(texts);
    expect(texts.every((text, place) => strings.at(place) === text)).toBe(true);
  });

  test.each([8, -1, NaN])('are empty at the place %p, where there is none', (place) => {
    expect(of(Array.from({ length: 8 }, () => 'text')).at(place)).toBe('');
  });

  test.each([
    ['so many that they need more than 100 MB', '长'.repeat(30_000), 2_000],
    ['one that no cell can hold', '长'.repeat(2_100_000), 1],
  ])('are refused: %s', (_, text, count) => {
    const strings = new SharedStrings();
    const all = () => {
      for (let n = 0; n < count; n += 1) strings.add(text);
    };
    expect(all).toThrow(UnusableWorkbook);
  });
});

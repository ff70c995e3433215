import { describe, expect, test } from '@jest/globals';
import { textParameter } from './text-parameter.js';

describe('many texts as one parameter', () => {
  test.each([
    ['none', [], ''],
    ['one', ['澄州市'], '澄州市'],
    ['some', ['a', '信用𠮷', 'c'], 'a,信用𠮷,c'],
    [
      'more than it begins with room for',
      ['汉'.repeat(200_000), 'b', '字'.repeat(900_000)],
      `${'汉'.repeat(200_000)},b,${'字'.repeat(900_000)}`,
    ],
  ])('%s', (_, texts, together) => {
    expect(textParameter(texts, ',').toString('utf8') === together).toBe(true);
  });
});

import { describe, expect, test } from '@jest/globals';
import { bigramsOf, comparable } from './search-text.js';

describe('a name as it is searched', () => {
  test.each([
    ['澄州市云帆建材有限公司', '澄州市云帆建材有限公司'],
    ['ＡＢＣ（澄州）科技', 'abc(澄州)科技'],
    [' 云 帆\u3000建材 ', '云帆建材'],
  ])('%s compares as %s', (name, expected) => {
    expect(comparable(name)).toBe(expected);
  });

  test.each<[string, string[]]>([
    ['云帆建材', ['云帆', '帆建', '建材']],
    ['建材建材', ['建材', '材建']],
    ['云', []],
    ['𠮷野家', ['𠮷野', '野家']],
  ])('%s has the pairs %j', (text, pairs) => {
    expect(bigramsOf(text)).toEqual(pairs);
  });
});

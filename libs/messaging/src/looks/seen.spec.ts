import { describe, expect, test } from '@jest/globals';
import { named, seenByEnterprise } from './seen.js';

const ONE = '91429502MA4KC7Y11P';
const TWO = '91429521MA00DN027U';
const things = (count: number) => Array.from({ length: count }, (_, n) => ({ kind: 'record', id: String(n), version: 1 }));

describe('what was seen', () => {
  test.each([
    [0, 0, 0],
    [200, 200, 0],
    [201, 200, 1],
    [500, 200, 300],
  ])('of %i things names %i and counts %i', (count, names, rest) => {
    const { shown, unnamed } = named(things(count));
    expect([shown.length, unnamed]).toEqual([names, rest]);
  });

  test('is gathered by enterprise, without what is about none', () => {
    const items = [
      [ONE, 'a'],
      [TWO, 'b'],
      ['', 'c'],
      [ONE, 'd'],
    ] as const;
    const seen = seenByEnterprise('events', items, ([creditCode, id]) => (creditCode ? { creditCode, kind: 'event', id } : undefined));
    expect(seen.map(({ creditCode, shown }) => [creditCode, shown.map(({ id }) => id).join('')])).toEqual([
      [ONE, 'ad'],
      [TWO, 'b'],
    ]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { AREAS, findArea, localDate } from './index.js';

describe('areas', () => {
  test.each([
    ['420200', '2026-05-11', '黄石市'],
    ['420281', '2015-10-01', '大冶市'],
    ['420600', '2008-01-01', '襄樊市'],
    ['420600', '2012-01-01', '襄阳市'],
    ['421023', '2015-01-01', '监利县'],
    ['421088', '2024-01-01', '监利市'],
    ['710000', '2026-05-11', '台湾省'],
  ])('%s is on %s %s', (code, on, name) => {
    expect(findArea(code, localDate(on))?.name).toBe(name);
  });

  test.each([
    ['429500', '2026-05-11'],
    ['421023', '2026-05-11'],
    ['421088', '2015-01-01'],
    ['42020', '2026-05-11'],
  ])('%s is no area on %s', (code, on) => {
    expect(findArea(code, localDate(on))).toBeUndefined();
  });

  test('finds in the areas it is given, through the last day', () => {
    const areas = [{ code: '429500', name: '澄州市', from: localDate('2010-01-01'), until: localDate('2026-12-31') }];
    expect(findArea('429500', localDate('2026-12-31'), areas)?.name).toBe('澄州市');
    expect(findArea('429500', localDate('2027-01-01'), areas)).toBeUndefined();
  });

  test('no code is borne by two areas on one day', () => {
    const clashes = AREAS.filter(({ code, from }, index) => {
      const before = AREAS[index - 1];
      return before?.code === code && (before.until === undefined || before.until >= from);
    });
    expect(clashes).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { canonicalJson, localDate } from '@chengxin/kernel';
import { type Law, loadLaw, onDate } from './index.js';

const law: Law = loadLaw();
const on = localDate('2026-05-11');

describe('the law', () => {
  test('is one canonical text, the same each time', () => {
    expect(law.text).toBe(loadLaw().text);
    expect(canonicalJson(JSON.parse(law.text))).toBe(law.text);
    expect(JSON.parse(law.text)).toHaveProperty('entries.publicity');
  });

  test('gives the items in force on a day', () => {
    expect(law.catalogue(on).map(({ code }) => code)).toEqual(expect.arrayContaining(['subject-register', 'judgment', 'volunteered-fact']));
    expect(law.item('penalty', on)?.code).toBe('penalty');
    expect(law.item('penalty', localDate('2010-01-01'))).toBeUndefined();
    expect(law.catalogue(localDate('1990-01-01'))).toEqual([]);
  });

  test('gives the ten domains', () => {
    expect(law.domains(on)).toHaveLength(10);
    expect(law.domain('bidding', on)?.code).toBe('bidding');
    expect(law.domain('bidding', localDate('1990-01-01'))).toBeUndefined();
  });

  test.each([
    ['2026-05-11', 'national-2026', ['A', 'B', 'C', 'D']],
    ['2026-04-02', 'national-2026', ['A', 'B', 'C', 'D']],
    ['2026-04-01', 'national-2018', ['优', '良', '中', '差']],
  ])('rates on %s by %s', (date, code, grades) => {
    expect(law.ratingScale(localDate(date))).toMatchObject({ code, grades });
  });

  test('an entry holds from its first day through its last', () => {
    const entries = [{ from: localDate('2026-01-01'), until: localDate('2026-12-31') }, { from: localDate('2027-01-01') }];
    expect(
      ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01', '2099-01-01'].map((day) =>
        onDate(entries, localDate(day)).map(({ from }) => from),
      ),
    ).toEqual([[], ['2026-01-01'], ['2026-01-01'], ['2027-01-01'], ['2027-01-01']]);
  });
});

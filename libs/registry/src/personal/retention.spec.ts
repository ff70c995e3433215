import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { loadLaw } from '@chengxin/law';
import { keptUntil, placeText } from './retention.js';

const receivedOn = localDate('2026-05-11');
const law = loadLaw();

describe('personal details are kept until', () => {
  test.each([
    ['record', '2026-04-20', '2031-04-20'],
    ['record', '2024-02-29', '2029-02-28'],
    ['record', '2020-01-31', '2025-01-31'],
    ['rejection', '2026-04-20', '2026-11-07'],
  ] as const)('of a %s decided on %s: %s', (kept, decidedOn, last) => {
    expect(keptUntil(law.retention(kept, receivedOn), { receivedOn, decidedOn: localDate(decidedOn) })).toBe(last);
  });

  test('so many days after they came, where no decision is known', () => {
    expect(keptUntil(law.retention('record', receivedOn), { receivedOn })).toBe('2031-05-11');
  });
});

describe('their place reads', () => {
  test.each([
    [{ keptUntil: localDate('2031-04-20') }, 'Kept apart until 2031-04-20', '另行保存至 2031-04-20'],
    [
      { deletedOn: localDate('2031-04-21'), under: 'retention.record.2021' },
      'Deleted on 2031-04-21 under retention.record.2021',
      '已于 2031-04-21 依据 retention.record.2021 删除',
    ],
  ])('%j', (place, en, zh) => {
    expect(placeText(place)).toEqual({ zh, en });
  });
});

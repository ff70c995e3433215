import { describe, expect, test } from '@jest/globals';
import { type Advance, advanceText } from './clock-text.js';

const stop = (on: string) => ({ on, at: `${on}T01:00:00.000Z`, waitedMs: 40 });

const ADVANCE: Advance = {
  id: '019e0000-0000-7000-8000-000000000001',
  status: 'done',
  from: '2026-05-11',
  to: '2026-06-11',
  reached: '2026-06-11',
  stops: [stop('2026-05-20'), stop('2026-05-20'), stop('2026-06-11')],
  startedAt: '2026-11-25T08:00:00.000Z',
  endedAt: '2026-11-25T08:00:02.500Z',
};

describe('a move of business time', () => {
  test('tells where it went, on which days it stopped and how long it took', () => {
    expect(advanceText(ADVANCE)).toBe('business time 2026-05-11 → 2026-06-11 (3 stops, 2.5 s)\nstopped on 2026-05-20, 2026-06-11');
  });

  test('names the last twelve days and counts those before', () => {
    const stops = Array.from({ length: 20 }, (_, day) => stop(`2026-05-${11 + day}`));
    expect(advanceText({ ...ADVANCE, stops })).toContain('stopped on 8 days and 2026-05-19, 2026-05-20');
  });

  test('that failed says why', () => {
    const failed = { ...ADVANCE, status: 'failed' as const, reached: '2026-05-20', reason: 'not at rest: rating' };
    expect(advanceText(failed)).toMatch(/it did not get to 2026-06-11: not at rest: rating$/);
  });
});

import { expect, test } from '@jest/globals';
import { nextAttempt } from './schedule.js';

const NOW = new Date('2026-05-11T01:00:00Z');

test.each([
  [1, '2026-05-11T01:00:05.000Z'],
  [2, '2026-05-11T01:05:00.000Z'],
  [3, '2026-05-11T01:30:00.000Z'],
  [4, '2026-05-11T03:00:00.000Z'],
  [5, '2026-05-11T06:00:00.000Z'],
  [6, '2026-05-11T11:00:00.000Z'],
  [7, '2026-05-11T11:00:00.000Z'],
  [8, undefined],
])('after %d failed attempts it is tried again at %s', (failed, at) => {
  expect(nextAttempt(failed, NOW)?.toISOString()).toBe(at);
});

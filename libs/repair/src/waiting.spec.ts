import { expect, test } from '@jest/globals';
import { secondsUntilAsked } from './waiting.js';

test.each([
  [0, 60],
  [1, 120],
  [2, 240],
  [10, 61_440],
  [11, 86_400],
  [40, 86_400],
])('asked %i times already, the next is in %i seconds', (asked, seconds) => {
  expect(secondsUntilAsked(asked)).toBe(seconds);
});

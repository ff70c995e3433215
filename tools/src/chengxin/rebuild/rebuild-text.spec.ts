import { expect, test } from '@jest/globals';
import { rebuildText } from './rebuild-text.js';

test.each([
  ['done', 'rating: rebuilt from 10 messages, 2 of them applied'],
  ['failed', 'rating: not rebuilt, the copies stay as they were: the topic is gone'],
] as const)('what came of a rebuild is told in a line: %s', (state, line) => {
  expect(rebuildText('rating', { state, read: 3, total: 10, applied: 2, reason: 'the topic is gone' })).toBe(line);
});

import { describe, expect, test } from '@jest/globals';
import { isWorthCollecting } from './worth-collecting.js';

const MIB = 1024 * 1024;

describe('a collection at rest', () => {
  test('is made of a process that hardly works and has grown', () => {
    expect(isWorthCollecting({ busyShare: 0.02, heldBytes: 90 * MIB, keptBytes: 60 * MIB })).toBe(true);
  });

  test('never stops one that works', () => {
    expect(isWorthCollecting({ busyShare: 0.1, heldBytes: 400 * MIB, keptBytes: 60 * MIB })).toBe(false);
  });

  test('is not made again for what the last one has kept', () => {
    expect(isWorthCollecting({ busyShare: 0, heldBytes: 68 * MIB, keptBytes: 60 * MIB })).toBe(false);
    expect(isWorthCollecting({ busyShare: 0, heldBytes: 69 * MIB, keptBytes: 60 * MIB })).toBe(true);
  });
});

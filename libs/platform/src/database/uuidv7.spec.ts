import { describe, expect, test } from '@jest/globals';
import { uuidv7 } from './uuidv7.js';

describe('a UUID of version 7', () => {
  test('carries its milliseconds, version and variant', () => {
    const at = new Date('2031-02-03T04:05:06.789Z');
    const id = uuidv7(at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
  });

  test('is later than the one before, also in the same millisecond', () => {
    const at = new Date('2031-02-03T04:05:07Z');
    const ids = Array.from({ length: 10_000 }, () => uuidv7(at));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.slice(19))).size).toBe(ids.length);
  });
});

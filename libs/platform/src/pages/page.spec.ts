import { describe, expect, test } from '@jest/globals';
import { InvalidRequest } from '../problems/invalid-request.js';
import { etag, requireVersion, versionIn } from '../preconditions/if-match.js';
import { decodeCursor, encodeCursor } from './page.js';

const isPosition = (value: unknown): value is [string, number] => Array.isArray(value) && value.length === 2;

describe('a cursor', () => {
  test('gives back what it holds', () => {
    expect(decodeCursor(encodeCursor(['信用', 7]), isPosition)).toEqual(['信用', 7]);
  });

  test.each(['', 'x', 'bm90IGpzb24', encodeCursor({ other: 1 })])('%j is refused', (text) => {
    expect(() => decodeCursor(text, isPosition)).toThrow(InvalidRequest);
  });
});

describe('the version a change is based on', () => {
  test.each([[etag(7)], ['W/"7"'], [' "7" ']])('is read from %s', (header) => expect(versionIn(header)).toBe(7));

  test('is needed', () => expect(() => versionIn(undefined)).toThrow(expect.objectContaining({ status: 428 })));

  test.each(['7', '*', '"x"'])('is not %s', (header) => expect(() => versionIn(header)).toThrow(InvalidRequest));

  test('must be the current one', () => {
    expect(() => requireVersion(8, 7)).toThrow(expect.objectContaining({ status: 412, facts: { version: 8 } }));
    expect(() => requireVersion(7, 7)).not.toThrow();
  });
});

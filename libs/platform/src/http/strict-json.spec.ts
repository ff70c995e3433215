import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InvalidRequest } from '../problems/invalid-request.js';
import { readStrictJson } from './strict-json.js';

function faultOf(text: string): unknown {
  try {
    readStrictJson(text);
  } catch (fault) {
    return (fault as InvalidRequest).errors.map(({ pointer, rule }) => `${rule} ${pointer}`);
  }
  return 'was read';
}

describe('a body of JSON', () => {
  test('is read as everybody reads it', () => {
    const prototypes = /"(__proto__|constructor|prototype)":/;
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        fc.pre(!prototypes.test(text));
        expect(readStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    ['a key twice', '{"a":1,"b":2,"a":3}', 'unique /a'],
    ['a key twice, once written otherwise', '{"a":1,"\\u0061":3}', 'unique /a'],
    ['a key twice further in', '{"a":{"b":[{"c":1,"c":1}]}}', 'unique /a/b/c'],
    ['a key of another prototype', '{"a":{"__proto__":{"role":"administrator"}}}', 'name /a/__proto__'],
    ['the same, written otherwise', '{"\\u005f_proto__":{}}', 'name /__proto__'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}}}', 'name /constructor'],
    ['too many lists in lists', `${'['.repeat(33)}${']'.repeat(33)}`, 'depth '],
    ['a million objects in objects', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`, 'depth '],
    ['half a text', '{"a":', 'json '],
    ['nothing', '', 'json '],
  ])('with %s is refused', (_, text, fault) => {
    expect(faultOf(text)).toEqual([fault]);
  });

  test.each([
    ['the same key in two objects', '[{"a":1},{"a":1}]'],
    ['keys as values', '{"a":"a","b":["a","b","__proto__"]}'],
    ['brackets, quotes and commas in texts', '{"a":"{\\"a\\":[,","b":"\\\\","c":"}"}'],
    ['as many levels as are allowed', `${'['.repeat(32)}${']'.repeat(32)}`],
  ])('with %s is read', (_, text) => {
    expect(faultOf(text)).toBe('was read');
  });
});

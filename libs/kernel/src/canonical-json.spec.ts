import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './index.js';

describe('canonical JSON', () => {
  test('writes the sample of RFC 8785', () => {
    const sample = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"\/',
      literals: [null, true, false],
    };
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts keys by UTF-16 code units, as RFC 8785 3.2.3 shows', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(sample)) as object).slice(1)).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson({ b: 1, a: 2, B: 3, '10': 4, '9': 5 })).toBe('{"10":4,"9":5,"B":3,"a":2,"b":1}');
  });

  test('writes an object or a list of texts alone like any other', () => {
    const texts = JSON.parse('{"b":"\\u000f\\n\\"/","9":"九","10":"十","__proto__":"p","a":"😀"}') as Record<string, string>;
    const text = '"10":"十","9":"九","__proto__":"p","a":"😀","b":"\\u000f\\n\\"/"';
    expect(canonicalJson(texts)).toBe(`{${text}}`);
    expect(canonicalJson({ ...texts, z: 1 })).toBe(`{${text},"z":1}`);
    expect(canonicalJson({ ...texts, z: undefined })).toBe(`{${text}}`);
    expect(canonicalJson(Object.values(texts))).toBe(canonicalJson([...Object.values(texts), 1]).replace(',1]', ']'));
    expect(() => canonicalJson(['a', '\ud800'])).toThrow(TypeError);
    expect(() => canonicalJson({ ...texts, c: '\ud800' })).toThrow(TypeError);
    expect(() => canonicalJson({ ...texts, '\ud800': 'c' })).toThrow(TypeError);
  });

  test.each([
    [-0, '0'],
    [5e-324, '5e-324'],
    [1e21, '1e+21'],
    [{ a: undefined, b: [{}] }, '{"b":[{}]}'],
    [new Date('2026-05-11T01:00:00Z'), '"2026-05-11T01:00:00.000Z"'],
    ['澄州市', '"澄州市"'],
  ])('writes %p as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('refuses what is no JSON', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    for (const value of [Number.NaN, Infinity, undefined, 1n, () => 1, Symbol('s'), '\ud800', { '\udc00': 1 }, [undefined], circle]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });

  test('the same value twice is no circle', () => {
    const twice = { a: 1 };
    expect(canonicalJson([twice, twice])).toBe('[{"a":1},{"a":1}]');
  });

  test('says the same as JSON and does not mind the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        fc.pre(!/\p{Surrogate}/u.test(JSON.stringify(value)) && !JSON.stringify(value).includes('\\ud'));
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

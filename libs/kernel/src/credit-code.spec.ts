import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUnifiedIdentifier } from 'util-helpers';
import { completeCreditCode, isCreditCode, parseCreditCode, registrationOf } from './index.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const VALID = [
  '914403001922038216',
  '9144030071526726XG',
  '91440300708461136T',
  '91110108551385082Q',
  '91330100799655058B',
  '11420000MB15291767',
  '91320105780688132K',
  '91230500MA1B3N1N2M',
  '91330282L07196379D',
  '91330100716105852F',
  '91440300192317458F',
  '91110000802100433B',
  // Synthetic ones of every kind.
  '91420200MA4F0AB13L',
  '91420202MA4K1QRT8H',
  '92420281MA7XYW0960',
  '11420200011265434F',
  '93420222MA49ABC89Y',
  '52420200500123453P',
];

const faultOf = (text: string) => {
  const outcome = parseCreditCode(text);
  return outcome.ok ? undefined : outcome.refusal;
};

const codes = fc
  .record({
    kind: fc.constantFrom('11', '12', '51', '52', '91', '92', '93', 'A1', 'N2', 'Y1'),
    area: fc.stringMatching(/^[0-9]{6}$/),
    body: fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 8, maxLength: 8 }),
  })
  .map(({ kind, area, body }) => completeCreditCode(kind, area, body));

describe('unified social credit code', () => {
  test.each(VALID)('accepts %s', (code) => {
    expect(parseCreditCode(code)).toEqual({ ok: true, value: code });
    expect(isCreditCode(code)).toBe(true);
  });

  test.each([
    ['a wrong last character', '914403001922038217', { code: 'credit-code.check', position: 18, expected: '6', found: '7' }],
    ['a wrong inner check', '9133010057462616XH', { code: 'credit-code.organisation-check', position: 17, expected: '8', found: 'X' }],
    ['too few characters', '91440300192203821', { code: 'credit-code.length', expected: '18', found: '17' }],
    ['too many', '9144030019220382166', { code: 'credit-code.length', expected: '18', found: '19' }],
    ['nothing', '', { code: 'credit-code.length', expected: '18', found: '0' }],
    ['a letter I', '9144030019220382I6', { code: 'credit-code.character', position: 17, found: 'I' }],
    ['a letter O in the area', '91440O001922038216', { code: 'credit-code.character', position: 6, found: 'O' }],
    ['a letter A in the area', '91440A001922038216', { code: 'credit-code.character', position: 6, found: 'A' }],
    ['a Chinese character', '91440300192203821六', { code: 'credit-code.character', position: 18, found: '六' }],
    ['an unknown authority', 'B14403001922038216', { code: 'credit-code.authority', position: 1, found: 'B' }],
    ['an unknown kind', '944403001922038216', { code: 'credit-code.kind', position: 2, expected: '123', found: '4' }],
  ])('names the place of %s', (_, text, fault) => {
    expect(faultOf(text)).toEqual(fault);
    expect(isCreditCode(text)).toBe(false);
  });

  test.each([...'IOSVZ'])('refuses the letter %s wherever it stands', (letter) => {
    for (let position = 1; position <= 18; position += 1) {
      const text = `${'914403001922038216'.slice(0, position - 1)}${letter}${'914403001922038216'.slice(position)}`;
      expect(faultOf(text)).toEqual({ code: 'credit-code.character', position, found: letter });
    }
  });

  test.each([
    ['full width', '９１４４０３００７１５２６７２６ＸＧ'],
    ['lower case', '9144030071526726xg'],
    ['spaces', ' 91440300 71526726X G\t'],
    ['hyphens', '91-440300-71526726-X-G'],
    ['ideographic spaces', '　9144030071526726XG　'],
    ['a byte order mark', '\ufeff9144030071526726XG'],
  ])('reads %s as the same code', (_, text) => {
    expect(parseCreditCode(text)).toEqual({ ok: true, value: '9144030071526726XG' });
    expect(isCreditCode(text)).toBe(false);
  });

  test('counts positions without spaces and hyphens', () => {
    expect(faultOf(' 91440300-1922038217 ')).toBeDefined();
    expect(faultOf('９１４４０３００－１９２２０３８２１ ７')).toEqual({
      code: 'credit-code.check',
      position: 18,
      expected: '6',
      found: '7',
    });
  });

  test.each([
    ['91', 'enterprise'],
    ['92', 'individual-business'],
    ['93', 'cooperative'],
    ['11', 'government-body'],
    ['12', 'public-institution'],
    ['13', 'social-organisation'],
    ['51', 'social-organisation'],
    ['52', 'social-organisation'],
    ['53', 'social-organisation'],
    ['31', 'other'],
    ['Y1', 'other'],
  ] as const)('%s is registered as %s', (start, kind) => {
    expect(registrationOf(completeCreditCode(start, '420200', 'MA4F0AB1'))).toEqual({ authority: start.charAt(0), kind, area: '420200' });
  });

  test.each([
    ['94', '420200', 'MA4F0AB1'],
    ['91', '42020', 'MA4F0AB1'],
    ['91', '42020A', 'MA4F0AB1'],
    ['91', '420200', 'MA4F0AB'],
    ['91', '420200', 'MA4F0ABO'],
    ['91', '420200', 'ma4f0ab1'],
  ])('is not completed from %s %s %s', (start, area, body) => {
    expect(() => completeCreditCode(start, area, body)).toThrow(RangeError);
  });

  test('agrees with an independent check on complete codes, and on codes with one character changed', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, index, character) => {
        expect(isUnifiedIdentifier(code)).toBe(true);
        const changed = `${code.slice(0, index)}${character}${code.slice(index + 1)}`;
        if (!isUnifiedIdentifier(changed)) expect(isCreditCode(changed)).toBe(false);
        // The independent check knows neither authorities nor the inner check, so only one direction can be asked of it.
        if (isCreditCode(changed)) expect(isUnifiedIdentifier(changed)).toBe(true);
        if (character !== code.charAt(index)) expect(isCreditCode(changed)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCaseNumber } from './case-number.js';

describe('a case number', () => {
  test.each([
    ['2026-15', '2026-15'],
    ['%E6%BE%84%E9%87%87%E3%80%942026%E3%80%9515%E5%8F%B7', '澄采〔2026〕15号'],
    ['  A%201  ', 'A 1'],
    ['1+1', '1+1'],
    ['%F0%A0%AE%B7'.repeat(64), '𠮷'.repeat(64)],
    [encodeURIComponent('经办人手机13912345678'), '经办人手机***********'],
  ])('%s reads %s', (sent, number) => {
    expect(parseCaseNumber(sent)).toEqual({ ok: true, value: number });
  });

  test.each([
    ['raw characters beyond ASCII', '澄采', 'case-number.encoding'],
    ['a lone percent sign', '100%', 'case-number.encoding'],
    ['bytes that are no UTF-8', '%E6%BE', 'case-number.encoding'],
    ['nothing', '', 'case-number.blank'],
    ['blanks', '%20%E3%80%80', 'case-number.blank'],
    ['65 characters', 'x'.repeat(65), 'case-number.length'],
    ['a line end', 'A%0D%0AB', 'case-number.character'],
    ['a mark that turns the writing round', 'A%E2%80%AEB', 'case-number.character'],
    ['a null', '%00', 'case-number.character'],
  ])('is refused with %s', (_, sent, code) => {
    expect(parseCaseNumber(sent)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('of letters, digits and Chinese comes back as it was encoded', () => {
    const letters = fc.constantFrom(...'澄采监罚〔〕号2026-/()aZ09');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 64 }), (characters) => {
        const number = characters.join('');
        const parsed = parseCaseNumber(encodeURIComponent(number));
        expect(parsed.ok && parsed.value.length).toBe(number.length);
      }),
    );
  });
});

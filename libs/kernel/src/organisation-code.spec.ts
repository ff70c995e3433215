import { describe, expect, test } from '@jest/globals';
import { organisationCheck, parseOrganisationCode } from './index.js';

describe('organisation code', () => {
  test.each([
    ['19220382', '1'],
    ['71526726', 'X'],
    ['D2143569', 'X'],
    ['MB152917', '6'],
    ['00000000', '0'],
  ])('the check character of %s is %s', (body, check) => {
    expect(organisationCheck(body)).toBe(check);
  });

  test.each(['71526726X', '71526726-X', '71526726-x', '７１５２６７２６－Ｘ'])('reads %s', (text) => {
    expect(parseOrganisationCode(text)).toEqual({ ok: true, value: '71526726X' });
  });

  test.each([
    ['7152672', { code: 'organisation-code.length', expected: '9', found: '7' }],
    ['7152-6726-中', { code: 'organisation-code.character', position: 9, found: '中' }],
    ['71526726-1', { code: 'organisation-code.check', position: 9, expected: 'X', found: '1' }],
  ])('refuses %s', (text, refusal) => {
    expect(parseOrganisationCode(text)).toEqual({ ok: false, refusal });
  });

  test('has no check character for a body of another shape', () => {
    expect(() => organisationCheck('7152672')).toThrow(RangeError);
    expect(() => organisationCheck('7152672x')).toThrow(RangeError);
  });
});

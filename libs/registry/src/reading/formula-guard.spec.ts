import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { loadLaw } from '@chengxin/law';
import fc from 'fast-check';
import { aRegistration } from '../../testing/index.js';
import { guardFormula } from './formula-guard.js';
import { readNamed } from './row.js';

const ON = localDate('2026-05-11');
const register = loadLaw().item('subject-register', ON)!;
const scopeRead = (scope: string) => readNamed(aRegistration({ scope }), register, ON).fields['scope'];

describe('a cell on its way back to a spreadsheet', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠x'])('%j is guarded', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  test.each(['', 'a=1', "'=1", '1-1', ' =1', '销售'])('%j stays as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  test('means the same when it comes in again, whatever it was', () => {
    const cell = fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n'＝＋－＠ a1销") });
    fc.assert(fc.property(cell, (text) => expect(scopeRead(guardFormula(text))).toBe(scopeRead(text))));
  });
});

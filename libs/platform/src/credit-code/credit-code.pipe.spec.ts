import { expect, test } from '@jest/globals';
import { completeCreditCode } from '@chengxin/kernel';
import { CreditCodePipe } from './credit-code.pipe.js';

const CODE = completeCreditCode('91', '429500', 'MA000001');

test('a credit code in a path is read in its normal form', () => {
  expect(new CreditCodePipe().transform(CODE.toLowerCase())).toBe(CODE);
});

test.each([
  ['x', 'credit-code.length'],
  [`${CODE.slice(0, 3)}I${CODE.slice(4)}`, 'credit-code.character'],
  [`${CODE.slice(0, 17)}${CODE.endsWith('A') ? 'B' : 'A'}`, 'credit-code.check'],
])('%s is refused by its rule', (text, rule) => {
  expect(() => new CreditCodePipe().transform(text)).toThrow(
    expect.objectContaining({ status: 400, errors: [expect.objectContaining({ in: 'path', rule })] }),
  );
});

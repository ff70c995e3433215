import { expect, test } from '@jest/globals';
import { noOpenCase } from './no-open-case.js';

test('a record without a running case may have one', () => {
  expect(noOpenCase({})).toBeUndefined();
});

test('a record with a running case names it', () => {
  expect(noOpenCase({ openCase: 'XF1' })).toEqual({ code: 'repair.case-open', caseNumber: 'XF1' });
});

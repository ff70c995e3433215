import { describe, expect, test } from '@jest/globals';
import { isCitizenNumber } from './index.js';

describe('citizen number', () => {
  test.each([
    '11010519491231002X',
    '11010519491231002x',
    '440524188001010014',
    '110105 19491231 002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105491231002',
  ])('%s is one', (text) => {
    expect(isCitizenNumber(text)).toBe(true);
  });

  test.each([
    ['a wrong check character', '110105194912310021'],
    ['a day that does not exist', '11010519490231002X'],
    ['a province that does not exist', '01010519491231002X'],
    ['an old form with a day that does not exist', '110105491331002'],
    ['a credit code', '914403001922038216'],
    ['too few digits', '1101051949123100'],
    ['nothing', ''],
  ])('%s makes none', (_, text) => {
    expect(isCitizenNumber(text)).toBe(false);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskPersonalNumbers } from './index.js';

const stars = (count: number): string => '*'.repeat(count);

describe('personal numbers in free text', () => {
  test.each([
    ['a citizen number', '负责人(11010519491231002X)到场', `负责人(${stars(18)})到场`],
    ['one in lower case', '11010519491231002x', stars(18)],
    ['one in groups', '号码110105 19491231 002X。', `号码${stars(20)}。`],
    ['one in full width', '证件１１０１０５１９４９１２３１００２Ｘ', `证件${stars(18)}`],
    ['the old form', '证号110105491231002，', `证号${stars(15)}，`],
    ['a mistyped one after its label', '身份证号码：110105194912310021', `身份证号码：${stars(18)}`],
    ['a mobile telephone', '联系13800138000。', `联系${stars(11)}。`],
    ['one in groups of four', '手机138-0013-8000', `手机${stars(13)}`],
    ['one with the country code', '+86 13800138000', stars(15)],
    ['a landline telephone', '致电0714-6234567转12', `致电${stars(15)}`],
    ['one in parentheses', '(0714) 6234567', stars(14)],
    ['one in full-width parentheses', '（０２７）８５２３４５６７', stars(13)],
    ['one without its area code after a label', '电话：6234567', `电话：${stars(7)}`],
    ['one after a remark in parentheses', '张某（女）13800138000', `张某（女）${stars(11)}`],
    ['one after a full stop', 'Tel.13800138000', `Tel.${stars(11)}`],
    ['several', '张某11010519491231002X、电话13800138000', `张某${stars(18)}、电话${stars(11)}`],
  ])('masks %s', (_, text, masked) => {
    expect(maskPersonalNumbers(text)).toBe(masked);
  });

  test.each([
    ['a credit code', '当事人91440300708461136T违法'],
    ['a credit code of digits', '当事人914403001922038216违法'],
    ['a credit code of a government body', '11420000MB15291767'],
    ['a document number', '澄市监罚〔2026〕13800138000号'],
    ['a document number in brackets', '文号[2025]13912345678号'],
    ['a document number in parentheses', '(2025)13912345678号'],
    ['an amount in yuan', '￥13800138000'],
    ['decimals', '1.13800138000'],
    ['a numbered article', '第13800138000号'],
    ['an amount', '罚款13800138000元'],
    ['an amount with decimals', '罚款13800138000.50元'],
    ['an amount in 10,000 yuan', '货值13800138000万元'],
    ['a date', '2026-03-12至2027-03-12'],
    ['eighteen digits that are no citizen number', '订单110105194912310021'],
    ['fifteen digits that are no citizen number', '注册号420200000012345'],
    ['a longer number', '账号6222021380013800012345'],
    ['a short number', '电话12315'],
  ])('leaves %s alone', (_, text) => {
    expect(maskPersonalNumbers(text)).toBe(text);
  });

  test('leaves a UUID alone, also one of digits', () => {
    const uuid = fc.stringMatching(/^[0-9]{8}-[0-9]{4}-[1-8][0-9]{3}-[89][0-9]{3}-0[0-9]{11}$/);
    fc.assert(fc.property(uuid, (text) => expect(maskPersonalNumbers(text)).toBe(text)));
    expect(maskPersonalNumbers('057123456789')).toBe('************');
  });

  test('keeps the length and whatever holds no digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const masked = maskPersonalNumbers(text);
        expect(masked.length).toBe(text.length);
        expect(masked.replace(/[*\d０-９]/g, '').length).toBeLessThanOrEqual(text.length);
        if (!/[\d０-９]/.test(text)) expect(masked).toBe(text);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { type Batch } from '../../gateway/batches.js';
import { receiptText, type Rejection } from './receipt.js';

const BATCH: Batch = {
  id: '019e0000-0000-7000-8000-000000000001',
  state: 'done',
  kind: 'penalty',
  unit: { code: '11429500MB0000001X', name: '澄州市市场监督管理局' },
  asOf: '2026-05-11',
  unknownColumns: ['网址'],
  ...{ rows: 1_200, accepted: 1_190, unchanged: 3, corrected: 0, refused: 7, repeatedHeaders: 1, warned: 2 },
  warnings: [
    { row: 5, warnings: [{ code: 'registry.publicity-differs', text: { zh: '公示截止期不同', en: 'The end of publicity differs' } }] },
  ],
  nothingNew: false,
};

const REJECTION: Rejection = {
  row: 9,
  code: 'registry.credit-code-check',
  field: { name: 'creditCode', zh: '统一社会信用代码' },
  rule: { zh: '第 18 位不对', en: 'Position 18 is wrong' },
  mend: { zh: '请核对', en: 'Check it' },
  found: '91429502MA4KC7Y110',
  position: 18,
};

describe('a receipt', () => {
  test('names counts, unknown columns, warnings and the reasons of refused rows', () => {
    expect(receiptText(BATCH, [REJECTION], true).split('\n')).toEqual([
      'penalty of 澄州市市场监督管理局 as of 2026-05-11: read to its end',
      'rows 1,200: accepted 1,190, unchanged 3, corrected 0, refused 7, warned 2, repeatedHeaders 1',
      'columns that nobody knows: 网址',
      'row 5, a warning: 公示截止期不同 / The end of publicity differs',
      '… warnings on 2 rows in all',
      'row 9 统一社会信用代码 (creditCode) “91429502MA4KC7Y110”: 第 18 位不对 / Position 18 is wrong',
      '    → 请核对 / Check it',
      expect.stringContaining('… and more: GET /api/v1/batches/019e0000-0000-7000-8000-000000000001/rejections'),
      'batch 019e0000-0000-7000-8000-000000000001',
    ]);
  });

  test.each([
    ['where a file broke off', { state: 'broken', fault: 'row 7' }, 'broken off at row 7; the rows before it went in'],
    ['that there is nothing new', { nothingNew: true, rows: 0 }, 'nothing new'],
  ])('says %s', (_, facts, words) => expect(receiptText({ ...BATCH, ...(facts as Partial<Batch>) }, [], false)).toContain(words));
});

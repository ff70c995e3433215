import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { type CatalogueItem, loadLaw } from '@chengxin/law';
import { aCode, aPenalty } from '../../testing/index.js';
import { changedFields, decideIntake } from './intake.js';
import { naturalKey } from './natural-key.js';
import { separatePersonal } from './personal.js';

const penalty = loadLaw().item('penalty', localDate('2026-05-11')) as CatalogueItem;

describe('the intake of a row', () => {
  const standing = { recordId: 'r', ended: false, sameContent: true };

  test.each([
    ['of a new key', undefined, false, { ok: true, value: { outcome: 'new' } }],
    ['of the same content', standing, false, { ok: true, value: { outcome: 'unchanged', recordId: 'r' } }],
    ['of the same content as a correction', standing, true, { ok: true, value: { outcome: 'unchanged', recordId: 'r' } }],
    [
      'of other content',
      { ...standing, sameContent: false },
      false,
      { ok: false, refusal: { code: 'registry.content-differs', recordId: 'r' } },
    ],
    [
      'of other content as a correction',
      { ...standing, sameContent: false },
      true,
      { ok: true, value: { outcome: 'corrected', recordId: 'r' } },
    ],
    [
      'of a record taken back',
      { ...standing, ended: true },
      true,
      { ok: false, refusal: { code: 'registry.record-ended', recordId: 'r' } },
    ],
  ])('%s', (_, before, correction, outcome) => {
    expect(decideIntake(before, correction)).toEqual(outcome);
  });

  test('names the fields that changed', () => {
    expect(changedFields({ a: '1', b: '2', c: '3' }, { a: '1', b: '4', d: '5' })).toEqual(['b', 'c', 'd']);
  });
});

describe('a natural key', () => {
  const key = (values: Record<string, string>) => naturalKey(penalty, aPenalty(values));

  test('is punishing unit, document number and credit code', () => {
    expect(key({ content: '别的', sourceCode: aCode(9, '11') })).toBe(key({}));
    expect(key({ creditCode: aCode(101) })).not.toBe(key({}));
    expect(key({ authorityCode: aCode(2, '11') })).not.toBe(key({}));
    expect(key({ documentNumber: '澄市监罚〔2026〕16号' })).not.toBe(key({}));
  });

  test.each(['澄市监罚[2026]15号', '澄市监罚（2026）１５号', '澄市监罚 〔2026〕 15 号', '澄市监罚【2026】15号'])(
    'is that of 澄市监罚〔2026〕15号 also as %s',
    (documentNumber) => {
      expect(key({ documentNumber })).toBe(key({}));
    },
  );
});

describe('personal details', () => {
  test('are separated, and the numbers of persons in free text masked', () => {
    const fields = aPenalty({
      representativePaperKind: '身份证',
      representativePaperNumber: '11010519491231002X',
      facts: '当事人经营者身份证号11010519491231002X，电话13800138000，罚款5000元。',
      documentNumber: '澄市监罚〔2026〕13800138000号',
    });
    const { open, personal } = separatePersonal(fields, penalty);
    expect(personal).toEqual({ representativePaperKind: '身份证', representativePaperNumber: '11010519491231002X' });
    expect(JSON.stringify(open)).not.toMatch(/11010519491231002X/);
    expect(open['facts']).toBe(`当事人经营者身份证号${'*'.repeat(18)}，电话${'*'.repeat(11)}，罚款5000元。`);
    expect(open['documentNumber']).toBe(fields['documentNumber']);
    expect(open['creditCode']).toBe(fields['creditCode']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { type CatalogueItem, type ItemCode, loadLaw } from '@chengxin/law';
import fc from 'fast-check';
import { aCode, aPenalty, aRegistration, headerOf } from '../../testing/index.js';
import { readDate } from './dates.js';
import { isRepeatedHeader, readHeader } from './header.js';
import { readNamed, readRow } from './row.js';

const TODAY = localDate('2026-05-11');
const law = loadLaw();
const item = (code: ItemCode) => law.item(code, TODAY) as CatalogueItem;
const penalty = item('penalty');
const codesOf = (values: Record<string, string>) => readNamed(aPenalty(values), penalty, TODAY).faults.map(({ code }) => code);

describe('a header', () => {
  test.each([
    ['official codes', ['CF_XDR_MC', 'CF_WSH']],
    ['Chinese names', ['行政相对人名称', '行政处罚决定书文号']],
    ['a BOM, spaces and full width', ['\uFEFF行政相对人名称 ', ' ＣＦ_ＷＳＨ']],
    ['synonyms', ['企业名称', '文书号']],
  ])('is found by %s', (_, [name, number]) => {
    const names = headerOf(
      penalty,
      penalty.fields.map((field) => field.name),
    ).map((cell) => ({ CF_XDR_MC: name, CF_WSH: number })[cell] ?? cell);
    const outcome = readHeader(names as string[], penalty);
    expect(outcome.ok && outcome.value.columns.map((field) => field?.name)).toEqual(penalty.fields.map((field) => field.name));
  });

  test.each([
    ['企业名称', 'name'],
    ['名称', 'name'],
    ['注册日期', 'establishedOn'],
    ['法人代表', 'legalRepresentative'],
    ['注册资金', 'registeredCapital'],
    ['注册地址', 'address'],
  ])('of a register may say %s', (title, field) => {
    const names = ['统一社会信用代码', ...(field === 'name' ? [] : ['企业名称']), title];
    const outcome = readHeader(names, item('subject-register'));
    expect(outcome.ok && outcome.value.columns.at(-1)?.name).toBe(field);
  });

  test.each(law.catalogue(TODAY).map((each) => [each.code, each] as const))('of %s is read by the names of its columns', (_, each) => {
    const names = each.fields.map(({ name }) => name);
    const heads = [(at: number) => each.fields[at]!.zh, (at: number) => each.fields[at]!.synonyms.at(-1) ?? each.fields[at]!.zh];
    for (const head of heads) {
      const outcome = readHeader(
        names.map((_name, at) => head(at)),
        each,
      );
      expect(outcome.ok && outcome.value.columns.map((field) => field?.name)).toEqual(names);
    }
  });

  test('names the columns it does not know', () => {
    const outcome = readHeader(['统一社会信用代码', '企业名称', '网址', '邮编'], item('subject-register'));
    expect(outcome.ok && outcome.value.unknown).toEqual(['网址', '邮编']);
  });

  test('is refused without a required column, with a column twice, or when it is none', () => {
    expect(readHeader(['统一社会信用代码'], item('subject-register'))).toEqual({
      ok: false,
      refusal: { code: 'registry.header-incomplete', missing: ['企业名称'] },
    });
    expect(readHeader(['统一社会信用代码', '企业名称', '名称'], item('subject-register'))).toMatchObject({
      refusal: { code: 'registry.header-column-twice', columns: ['企业名称'] },
    });
    expect(readHeader(['张三', '42'], item('subject-register'))).toMatchObject({ refusal: { code: 'registry.header-not-recognised' } });
  });

  test('is recognised when it is repeated inside the file, and a row is not', () => {
    const cells = ['统一社会信用代码', '企业名称', '网址'];
    const outcome = readHeader(cells, item('subject-register'));
    if (!outcome.ok) throw new Error('refused');
    expect(isRepeatedHeader(outcome.value, ['社会信用代码', ' 名称', '网址'])).toBe(true);
    expect(isRepeatedHeader(outcome.value, [aCode(1), '名称', '网址'])).toBe(false);
  });
});

describe('a row', () => {
  test('is read into normal form', () => {
    const { fields, faults } = readNamed(
      aPenalty({ fineAmount: '0.500000', creditCode: ` ${aCode(100).toLowerCase()}\t` }),
      penalty,
      TODAY,
    );
    expect(faults).toEqual([]);
    expect(fields).toMatchObject({ creditCode: aCode(100), fineAmount: '0.5', decidedOn: '2026-04-20', validUntil: '2099-12-31' });
  });

  test.each([
    ['a wrong code', { creditCode: `${aCode(100).slice(0, 17)}0` }, ['registry.credit-code-check']],
    ['a future decision date', { decidedOn: '2026/05/12' }, ['registry.date-in-future']],
    ['a decision of today', { decidedOn: '2026/05/11' }, []],
    ['a decision before the founding of the state', { decidedOn: '1949/09/30' }, ['registry.date-too-early']],
    ['an end before its start', { validUntil: '2026/04/19' }, ['registry.end-before-start']],
    ['text over its length', { documentNumber: '长'.repeat(129) }, ['registry.value-too-long']],
    ['text at its length', { documentNumber: '长'.repeat(128) }, []],
    ['a penalty kind that does not exist', { penaltyKinds: '罚款;吊打' }, ['registry.value-not-listed']],
    ['kinds of its own after 其他-', { penaltyKinds: '罚款；其他-责令公开道歉' }, []],
    ['其他- without words', { penaltyKinds: '罚款;其他-' }, ['registry.value-not-listed']],
    ['yuan in the column of 10,000 yuan', { fineAmount: '5000' }, ['registry.amount-in-yuan']],
    ['a unit in the amount', { fineAmount: '5000元' }, ['registry.amount-in-yuan']],
    ['an implausible amount', { fineAmount: '20000', content: '罚款。' }, ['registry.amount-implausible']],
    ['a large amount that the content states', { fineAmount: '20000', content: '罚款2亿元。' }, []],
    ['a negative amount', { fineAmount: '-1' }, ['registry.number-unreadable']],
    ['no such day', { decidedOn: '2026/02/30' }, ['registry.date-unreadable']],
    ['a missing required value', { facts: ' ' }, ['registry.value-missing']],
    ['a fine without its amount', { fineAmount: '' }, ['registry.value-missing-when']],
    ['a body without its code', { creditCode: '' }, ['registry.value-missing-when']],
    ['an individual business', { partyKind: '个体工商户', creditCode: aCode(100, '92') }, []],
    ['a natural person', { partyKind: '自然人', creditCode: '', partyName: '' }, ['registry.natural-person']],
  ])('with %s', (_, values, codes) => {
    expect(codesOf(values as Record<string, string>)).toEqual(codes);
  });

  test('gets every fault at once, each with field, rule, what was found and how to mend it, in two languages', () => {
    const values = {
      creditCode: `${aCode(100).slice(0, 17)}0`,
      decidedOn: '2026/06/01',
      validUntil: '2026/05/01',
      documentNumber: '长'.repeat(129),
      penaltyKinds: '罚款;吊打',
      fineAmount: '5000',
    };
    const { faults } = readNamed(aPenalty(values), penalty, TODAY);
    expect(faults).toHaveLength(6);
    for (const { field, rule, mend, found } of faults) {
      expect(field).toMatchObject({ zh: expect.any(String), code: expect.stringMatching(/^CF_/) });
      for (const text of [rule.zh, rule.en, mend.zh, mend.en]) expect(text).not.toMatch(/[{}]|^$/);
      expect(found).not.toBe('');
    }
  });

  test('with a wrong code hears at which position', () => {
    const { faults } = readNamed(aPenalty({ creditCode: `${aCode(100).slice(0, 17)}0` }), penalty, TODAY);
    expect(faults[0]).toMatchObject({ position: 18, rule: { zh: expect.stringContaining('第 18 位') } });
  });

  test('of a repeated identity paper keeps the number out of its faults', () => {
    const { faults } = readNamed(aPenalty({ representativePaperNumber: '1'.repeat(65) }), penalty, TODAY);
    expect(faults).toMatchObject([{ code: 'registry.value-too-long' }]);
    expect(faults[0]?.found).toBeUndefined();
  });

  test('wider or narrower than its header is a fault', () => {
    const header = readHeader(['统一社会信用代码', '企业名称'], item('subject-register'));
    if (!header.ok) throw new Error('refused');
    const read = (cells: string[]) => readRow(cells, header.value, item('subject-register'), TODAY).faults.map(({ code }) => code);
    expect(read([aCode(1), '甲', ''])).toEqual([]);
    expect(read([aCode(1), '甲', '乙'])).toEqual(['registry.columns-differ']);
    expect(read([aCode(1)])).toEqual(['registry.columns-differ', 'registry.value-missing']);
  });

  test('takes away the apostrophe that guards a spreadsheet', () => {
    expect(readNamed(aRegistration({ scope: "'=1+1" }), item('subject-register'), TODAY).fields['scope']).toBe('=1+1');
  });
});

describe('a date', () => {
  test.each(['2026/3/5', '2026-03-05', '20260305', '2026年3月5日', '2026/3/5 0:00:00', '2026-03-05T08:00:00.0'])(
    'is read from %s',
    (text) => {
      expect(readDate(text)).toBe('2026-03-05');
    },
  );

  test('that is none is never read', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), (text) => readDate(text) === undefined || /\d{4}/.test(text)));
  });
});

import { describe, expect, test } from '@jest/globals';
import { addDays, localDate, parseLocalDate } from '@chengxin/kernel';
import { type CatalogueItem, loadLaw } from '@chengxin/law';
import fc from 'fast-check';
import { aPenalty, headerOf } from '../../testing/index.js';
import { isRepeatedHeader, readHeader } from '../reading/header.js';
import { readRow } from '../reading/row.js';
import { inTenThousands } from './amounts.js';
import { checkMapping } from './check-mapping.js';
import { dateForm, readDateOf } from './date-format.js';
import type { Mapping } from './mapping.js';

const TODAY = localDate('2026-05-11');
const penalty = loadLaw().item('penalty', TODAY) as CatalogueItem;

/** The market regulation bureau's own titles for some columns; the others carry official names. */
const MAPPING: Mapping = [
  { column: '案件文号', field: 'documentNumber' },
  { column: '作出日期', field: 'decidedOn', dates: 'dd.MM.yyyy' },
  { column: '罚款(元)', field: 'fineAmount', amounts: 'yuan' },
];
const OWN: Record<string, string> = { documentNumber: '案件文号', decidedOn: '作出日期', fineAmount: '罚款(元)' };
const NAMES = Object.keys(aPenalty());
const HEADER = headerOf(penalty, NAMES).map((title, at) => OWN[NAMES[at] ?? ''] ?? title);
const rowOf = (values: Record<string, string>) =>
  NAMES.map((name) => ({ ...aPenalty({ decidedOn: '20.04.2026', fineAmount: '5,000.00' }), ...values })[name] ?? '');

function readOwn(values: Record<string, string>) {
  const header = readHeader(HEADER, penalty, MAPPING);
  if (!header.ok) throw new Error('refused');
  return readRow(rowOf(values), header.value, penalty, TODAY);
}

describe('a date format', () => {
  test.each([
    ['yyyy/MM/dd', '2026/04/05'],
    ['yyyy-M-d', '2026-4-5'],
    ['yyyyMMdd', '20260405'],
    ['yyyy年M月d日', '2026年4月5日'],
    ['dd.MM.yyyy', '05.04.2026'],
    ['M/d/yyyy', '4/5/2026'],
  ])('%s reads %s', (pattern, text) => {
    expect(readDateOf(dateForm(pattern) as RegExp, text)).toBe('2026-04-05');
    expect(readDateOf(dateForm(pattern) as RegExp, '2026-04-05')).toBe('2026-04-05');
    expect(readDateOf(dateForm(pattern) as RegExp, `${text} 08:30:00`)).toBe('2026-04-05');
  });

  test.each(['', 'yyyy/MM', 'yy/MM/dd', 'yyyy/MM/dd/dd', 'yyyyMd', 'yyyy/Mdd', 'MM/MM/yyyy', 'yyyy MMM dd', 'yyyy/MM/dd HH', 'yyyy1MM1dd'])(
    '%j is not understood',
    (pattern) => expect(dateForm(pattern)).toBeUndefined(),
  );

  test('is taken by its signs, which match nothing else', () => {
    const form = dateForm('dd.MM.yyyy') as RegExp;
    expect(['05/04/2026', '05x04x2026', '5.4.2026', '31.02.2026', '2026/04/05'].map((text) => readDateOf(form, text))).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  test('gives back every day that was written by it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = addDays(localDate('1949-10-01'), days);
        const [year, month, dayOfMonth] = day.split('-').map(Number);
        expect(readDateOf(dateForm('yyyy年M月d日') as RegExp, `${year}年${month}月${dayOfMonth}日`)).toBe(parseLocalDate(day));
      }),
    );
  });
});

describe('an amount', () => {
  test.each([
    ['5000', '0.500000'],
    ['0.01', '0.000001'],
    ['1,234,567.8', '123.456780'],
    ['5000元', '0.500000'],
    ['9007199254740993', '900719925474.099300'],
    ['0', '0.000000'],
  ])('of %s yuan is %s times 10,000', (text, expected) => expect(inTenThousands(text, 'yuan')).toBe(expected));

  test.each(['', '-1', '1.234', '1e3', '12,34', '5万元', '１'])('in yuan is not %j', (text) =>
    expect(inTenThousands(text, 'yuan')).toBeUndefined(),
  );

  test('keeps every cent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (cents) => {
        const text = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
        expect(BigInt((inTenThousands(text, 'yuan') ?? '').replace('.', ''))).toBe(cents);
      }),
    );
  });

  test('in 10,000 yuan stays what it is', () => expect(inTenThousands('0.5万元', 'ten-thousand-yuan')).toBe('0.500000'));
});

describe('a file under its source’s own header', () => {
  test('is read as if it had been written in the official layout', () => {
    const { fields, faults } = readOwn({ validUntil: '2099/12/31' });
    expect(faults).toEqual([]);
    expect(fields).toMatchObject({ documentNumber: '澄市监罚〔2026〕15号', decidedOn: '2026-04-20', fineAmount: '0.5' });
  });

  test('hears of a date off its format and of an amount off its unit once each', () => {
    const { fields, faults } = readOwn({ decidedOn: '2026/04/20', fineAmount: '五千' });
    expect(faults.map(({ code, field }) => [code, field?.name])).toEqual([
      ['registry.amount-off-unit', 'fineAmount'],
      ['registry.date-off-format', 'decidedOn'],
    ]);
    expect(faults.map(({ rule }) => rule.zh)).toEqual([expect.stringContaining('以元为单位'), '处罚决定日期不是按“dd.MM.yyyy”写的日期']);
    expect(fields).not.toHaveProperty('decidedOn');
  });

  test('may repeat its header, and says which own columns it lacks', () => {
    const header = readHeader(HEADER, penalty, MAPPING);
    expect(header.ok && isRepeatedHeader(header.value, HEADER)).toBe(true);
    expect(header.ok && isRepeatedHeader(header.value, headerOf(penalty, NAMES))).toBe(false);
    const without = readHeader(
      HEADER.filter((title) => title !== '案件文号'),
      penalty,
      MAPPING,
    );
    expect(without).toEqual({ ok: false, refusal: { code: 'registry.header-incomplete', missing: ['案件文号'] } });
  });

  test('under official names alone means what it always meant', () => {
    const titles = headerOf(penalty, NAMES);
    const everyColumn = NAMES.map((name) => ({ column: penalty.fields.find((field) => field.name === name)?.zh ?? '', field: 'remarks' }));
    expect(readHeader(titles, penalty, [...MAPPING, ...everyColumn])).toEqual(readHeader(titles, penalty));
    expect(readHeader(titles, penalty, MAPPING)).not.toHaveProperty('value.own');
  });
});

describe('a mapping', () => {
  const codesOf = (mapping: Mapping, header = HEADER) => checkMapping(mapping, header, penalty).map(({ code }) => code.slice(17));

  test('that reads the header has no fault', () => expect(checkMapping(MAPPING, HEADER, penalty)).toEqual([]));

  test.each<[string, Mapping, string[]]>([
    ['a column that the sample lacks', [...MAPPING, { column: '备注2', field: 'remarks' }], ['column-unknown']],
    ['a column twice', [...MAPPING, { column: ' 罚款（元）', field: 'remarks' }], ['column-twice']],
    ['a field that the item lacks', [...MAPPING.slice(0, 2), { column: '罚款(元)', field: 'fine' }], ['field-unknown']],
    [
      'two columns for one field',
      [...MAPPING, { column: 'CF_NR', field: 'fineAmount', amounts: 'yuan' }],
      ['field-twice', 'field-missing'],
    ],
    ['a required field without a column', MAPPING.slice(1), ['field-missing']],
    ['a date format that says too little', [MAPPING[0] as never, { ...MAPPING[1], dates: 'yyyy-MM' } as never], ['date-format']],
    ['a date format for a text', [{ ...MAPPING[0], dates: 'yyyy-MM-dd' } as never, MAPPING[1] as never], ['format-misplaced']],
    ['a unit for a text', [{ ...MAPPING[0], amounts: 'yuan' } as never, MAPPING[1] as never], ['format-misplaced']],
  ])('with %s says so', (_, mapping, codes) => expect(codesOf(mapping)).toEqual(codes));

  test('of official names alone is not needed', () => {
    const mapping = [{ column: 'CF_JDRQ', field: 'decidedOn', dates: 'dd.MM.yyyy' }];
    expect(codesOf(mapping, headerOf(penalty, NAMES))).toContain('not-needed');
  });

  test('hears of everything at once, in two languages', () => {
    const faults = checkMapping([{ column: '没有', field: 'nothing', dates: 'x' }], ['案件文号'], penalty);
    expect(faults.length).toBeGreaterThan(5);
    for (const { rule, mend } of faults)
      for (const text of [rule.zh, rule.en, mend.zh, mend.en]) expect(text).not.toMatch(/[{}]|undefined|^$/);
  });
});

import { describe, expect, test } from '@jest/globals';
import { addDays, localDate, type LocalDate } from '@chengxin/kernel';
import { type CatalogueItem, type ItemCode, type Law, loadLaw } from '@chengxin/law';
import fc from 'fast-check';
import { aLicence, aPenalty, MARKET_REGULATION } from '../../testing/index.js';
import { endedOn, endings, nextEnding } from '../publicity/endings.js';
import { readNamed } from '../reading/row.js';
import { collect } from './collect.js';
import { warningsOf } from './warnings.js';

const TODAY = localDate('2026-05-11');
const law = loadLaw();
const withoutTransition: Law = { ...law, transition: { ...law.transition, applies: false } };

function collected(code: ItemCode, values: Record<string, string>, under: Law = law) {
  const item = law.item(code, TODAY) as CatalogueItem;
  const { fields, faults } = readNamed(values, item, TODAY);
  expect(faults).toEqual([]);
  return collect(under, item, fields, { sourceUnit: MARKET_REGULATION, today: TODAY });
}

const SERIOUS = { penaltyKinds: '吊销许可证件', revokedLicence: '食品经营许可证 X1', fineAmount: '' };
const GENERAL = { penaltyKinds: '罚款' };
const WARNING = { penaltyKinds: '警告', fineAmount: '' };
const SAFETY = { penaltyKinds: '罚款', sector: '特种设备' };

describe('a penalty', () => {
  // decision, what, class, class of 2026, transition on?, minimum, shown, counted; - = absent, x = not shown
  test.each([
    ['2018-06-01', GENERAL, 'general', 'general', true, '-', '2019-06-01', '2019-06-01'],
    ['2018-06-01', SERIOUS, 'serious', 'serious', true, '-', '2021-06-01', '2021-06-01'],
    ['2020-01-31', WARNING, 'general', 'minor', true, '2020-04-30', '2021-01-31', '2021-01-31'],
    ['2020-01-31', GENERAL, 'general', 'general', true, '2020-04-30', '2021-01-31', '2021-01-31'],
    ['2023-04-30', SERIOUS, 'serious', 'serious', true, '2026-04-01', '2026-04-30', '2026-04-30'],
    ['2023-04-30', SERIOUS, 'serious', 'serious', false, '2023-10-30', '2026-04-30', '2026-04-30'],
    ['2023-05-01', GENERAL, 'general', 'general', true, '2026-04-01', '2026-04-01', '2026-04-01'],
    ['2023-05-01', GENERAL, 'general', 'general', false, '2023-08-01', '2026-05-01', '2026-05-01'],
    ['2025-09-30', GENERAL, 'general', 'general', true, '2026-04-01', '2026-09-30', '2026-09-30'],
    ['2025-09-30', GENERAL, 'general', 'general', false, '2025-12-30', '2028-09-30', '2028-09-30'],
    ['2026-03-31', GENERAL, 'general', 'general', true, '2026-06-30', '2027-03-31', '2027-03-31'],
    ['2025-06-01', SAFETY, 'serious', 'general', true, '2026-04-01', '2026-06-01', '2026-06-01'],
    ['2025-06-01', SAFETY, 'serious', 'general', false, '2026-06-01', '2028-06-01', '2028-06-01'],
    ['2024-06-01', SERIOUS, 'general', 'serious', true, '2026-04-01', '2027-06-01', '2027-06-01'],
    ['2024-06-01', SERIOUS, 'general', 'serious', false, '2024-09-01', '2027-06-01', '2027-06-01'],
    ['2026-02-10', WARNING, 'minor', 'minor', true, '-', 'x', '2026-05-10'],
    ['2026-02-10', WARNING, 'minor', 'minor', false, '-', 'x', '2026-05-10'],
    ['2026-04-01', WARNING, 'minor', 'minor', true, '-', 'x', '2026-07-01'],
    ['2026-04-01', GENERAL, 'general', 'general', true, '2026-07-01', '2027-04-01', '2027-04-01'],
    ['2026-04-01', SERIOUS, 'serious', 'serious', true, '2027-04-01', '2029-04-01', '2029-04-01'],
    ['2026-05-11', { ...GENERAL, procedure: '简易程序' }, 'minor', 'minor', true, '-', 'x', '2026-08-11'],
    ['2026-05-11', { ...SERIOUS, penaltyKinds: '警告;吊销许可证件' }, 'serious', 'serious', true, '2027-05-11', '2029-05-11', '2029-05-11'],
  ])('decided on %s by %j is %s, of 2026 %s (transition %s)', (decidedOn, what, ...expected) => {
    const [own, ratingClass, applies, minimum, shown, counted] = expected;
    const record = collected('penalty', aPenalty({ decidedOn, ...what }), applies ? law : withoutTransition);
    const { minimumUntil = '-', shownUntil = '-', countedUntil = '-', sharedUntil, ...publicity } = record.publicity;
    expect({ own: record.class, ratingClass: record.ratingClass }).toEqual({ own, ratingClass });
    expect({ minimumUntil, shown: publicity.shown ? shownUntil : 'x', countedUntil }).toEqual({
      minimumUntil: minimum,
      shown,
      countedUntil: counted,
    });
    expect(sharedUntil).toBe(countedUntil);
  });

  test.each([
    ['2017-07-31', '2017'],
    ['2019-06-30', '2017'],
    ['2019-07-01', '2019'],
    ['2023-04-30', '2019'],
    ['2023-05-01', '2023'],
    ['2026-03-31', '2023'],
    ['2026-04-01', '2026'],
  ])('decided on %s falls under the regime of %s', (decidedOn, regime) => {
    expect(collected('penalty', aPenalty({ decidedOn })).publicity.regime).toBe(regime);
  });

  test('that stops being a minor one only under the order of 2026 is still shown until that order', () => {
    const small: Law = {
      ...law,
      classes: (on) => law.classes(on).map((entry) => ({ ...entry, class: on >= '2026-04-01' ? ('minor' as const) : entry.class })),
    };
    const { publicity } = collected('penalty', aPenalty({ decidedOn: '2026-03-01' }), small);
    expect(publicity).toMatchObject({ shown: true, minimumUntil: '2026-04-01', shownUntil: '2026-04-01', sharedUntil: '2026-06-01' });
  });

  test('names the entries it was computed from and what was assumed', () => {
    const { publicity } = collected('penalty', aPenalty({ decidedOn: '2025-09-30' }));
    expect(publicity.entries).toEqual(['publicity.general.2023', 'maximum-ends.2026', 'publicity.general.2026', 'transition.2026']);
    expect(publicity.assumed).toEqual(['maximum-ends.2026', 'transition.2026']);
  });

  test('without procedure and sector takes ordinary and the sector of its basis, both marked assumed', () => {
    const record = collected('penalty', aPenalty({ procedure: '', sector: '' }));
    expect(record).toMatchObject({ procedure: 'ordinary', sector: 'food', assumed: ['procedure', 'sector'] });
    expect(collected('penalty', aPenalty())).toMatchObject({ procedure: 'ordinary', sector: 'market-order', assumed: [] });
    expect(collected('penalty', aPenalty({ decidedOn: '2025-09-30' })).assumed).toEqual(['ratingClass']);
  });

  test('keeps the end that its source wrote and warns where it differs', () => {
    const record = collected('penalty', aPenalty({ publicityUntil: '2029/04/20' }));
    expect(record.publicity).toMatchObject({ saidBySource: '2029-04-20', shownUntil: '2027-04-20' });
    expect(warningsOf(law, record).map(({ code }) => code)).toContain('registry.publicity-differs');
    const agreed = collected('penalty', aPenalty({ publicityUntil: '2027/04/20' }));
    expect(warningsOf(law, agreed).map(({ code }) => code)).not.toContain('registry.publicity-differs');
  });

  test('whose duty is open stays counted where the entry says so', () => {
    const rule = { ...law.maximumEnds(TODAY), endsUnfulfilled: { shown: true, shared: false, counted: false } };
    const open = collected('penalty', aPenalty(), { ...law, maximumEnds: () => rule });
    expect(open.publicity.shownUntil).toBe('2027-04-20');
    expect(open.publicity).not.toHaveProperty('countedUntil');
  });

  test('is never shown, shared or counted longer by the transition, nor repairable later than on its first days', () => {
    const dates = fc.integer({ min: 0, max: 2890 }).map((n) => addDays(localDate('2018-05-01'), n));
    const kinds = fc.constantFrom(GENERAL, SERIOUS, WARNING, SAFETY);
    fc.assert(
      fc.property(dates, kinds, (decidedOn, what) => {
        const values = aPenalty({ decidedOn, ...what });
        const [on, off] = [collected('penalty', values).publicity, collected('penalty', values, withoutTransition).publicity];
        const noLater = (name: 'minimumUntil' | 'shownUntil' | 'sharedUntil' | 'countedUntil') => (on[name] ?? '') <= (off[name] ?? '9999');
        const repairable = on.minimumUntil === '2026-04-01' || noLater('minimumUntil');
        return repairable && noLater('shownUntil') && noLater('sharedUntil') && noLater('countedUntil');
      }),
    );
  });
});

describe('other items', () => {
  test('a licence is shown, shared and counted as long as it is valid', () => {
    const { publicity, class: own } = collected('licence', aLicence());
    expect(own).toBeUndefined();
    expect(publicity).toMatchObject({ shown: true, shownFrom: '2025-01-10', shownUntil: '2030-01-14', countedUntil: '2030-01-14' });
    expect(collected('licence', aLicence({ validUntil: '2099/12/31' })).publicity).not.toHaveProperty('shownUntil');
  });

  const debt = { ...aLicence({ validUntil: '' }), amount: '8.6', decidedOn: '2026/04/20' };

  test.each([
    ['five years from its determination', {}, '2031-04-20'],
    ['at its own end where that comes first', { validUntil: '2027/04/19' }, '2027-04-19'],
    ['at the limit where its own end comes later', { validUntil: '2099/12/31' }, '2031-04-20'],
  ])('an adverse record without a class ends %s', (_, values, until) => {
    const { class: own, publicity } = collected('tax-abnormal', { ...debt, reason: '经查无下落', ...values });
    expect(own).toBeUndefined();
    expect(publicity).toMatchObject({ shownUntil: until, sharedUntil: until, countedUntil: until, assumed: ['adverse-limit.1949'] });
    expect(publicity.entries).toEqual(['catalogue.tax-abnormal.2021', 'adverse-limit.1949']);
  });

  test('what is neutral and says no end has none, and the record names the assumed entry it rests on', () => {
    const record = collected('judgment', { ...debt, caseKind: '民事', partyRole: '原告', cause: '合同纠纷', content: '驳回。' });
    expect(record).toMatchObject({ polarity: 'neutral', openness: 'public', assumed: ['catalogue.judgment.2021'] });
    expect(record.publicity).not.toHaveProperty('shownUntil');
    expect(collected('licence', aLicence()).assumed).toEqual([]);
  });

  test.each([
    ['社会公开', 'public'],
    ['政务共享', 'shared'],
    ['授权查询', 'authorised'],
  ])('a volunteered fact of %s is %s', (disclosure, openness) => {
    const said = { factKind: '社会责任', title: '公益', content: '公益活动', truthCommitment: '已承诺', disclosure };
    const record = collected('volunteered-fact', { ...debt, ...said, validUntil: '2027/04/19' });
    expect(record.openness).toBe(openness);
    expect(record.publicity).toMatchObject({ shown: openness === 'public', sharedUntil: '2027-04-19', countedUntil: '2027-04-19' });
    expect(record.publicity.shownUntil).toBe(openness === 'public' ? '2027-04-19' : undefined);
  });

  test('a volunteered fact without a word that it is true is refused', () => {
    const said = { factKind: '社会责任', title: '公益', content: '公益活动', disclosure: '社会公开' };
    const { faults } = readNamed({ ...debt, ...said }, law.item('volunteered-fact', TODAY) as CatalogueItem, TODAY);
    expect(faults).toEqual([
      expect.objectContaining({ code: 'registry.value-missing', field: { name: 'truthCommitment', zh: '真实性承诺' } }),
    ]);
  });

  const listing = { ...aLicence(), reason: '通过登记的住所无法联系', basis: '《企业信息公示暂行条例》第十七条', decidedOn: '2026/04/20' };

  test('a listing as abnormal is minor and not shown', () => {
    const record = collected('abnormal-operation', listing);
    expect(record).toMatchObject({ class: 'minor', polarity: 'adverse', publicity: { shown: false, countedUntil: '2026-07-20' } });
  });

  test('a listing as seriously dishonest is serious', () => {
    const record = collected('serious-dishonesty', { ...listing, listName: '失信被执行人', validUntil: '' });
    expect(record).toMatchObject({ class: 'serious', publicity: { minimumUntil: '2027-04-20', shownUntil: '2029-04-20' } });
  });
});

describe('the end of a record', () => {
  const { publicity } = collected('penalty', aPenalty());

  test('comes at the end of the last day of all its states', () => {
    const last = '2027-04-20' as LocalDate;
    expect(nextEnding(publicity, TODAY)).toBe(last);
    expect(endedOn(publicity, last)).toEqual(['shown', 'shared', 'counted']);
    expect(nextEnding(publicity, addDays(last, 1))).toBeUndefined();
  });

  test('is of no state that never began', () => {
    expect(endings(collected('penalty', aPenalty(WARNING)).publicity).map(([use]) => use)).toEqual(['shared', 'counted']);
  });
});

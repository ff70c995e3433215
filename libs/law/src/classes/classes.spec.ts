import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { type ClassFacts, classOf, fineLevel, type FineThresholdEntry, loadLaw } from '../index.js';

const law = loadLaw();

const facts = (kinds: string, changes: Partial<ClassFacts> = {}): ClassFacts => ({
  item: 'penalty',
  kinds: kinds.split(';'),
  procedure: 'ordinary',
  sector: 'market-order',
  ...(kinds.includes('罚款') && { fine: 'large' }),
  ...changes,
});

const classOn = (on: string, record: ClassFacts) => classOf(law.classes(localDate(on)), record).class;

describe('the class of a record under the order of 2026', () => {
  test.each([
    ['警告', {}, 'minor'],
    ['通报批评', {}, 'minor'],
    ['罚款', { procedure: 'simple' }, 'minor'],
    ['吊销许可证件', { procedure: 'simple' }, 'minor'],
    ['罚款', { fine: 'small' }, 'minor'],
    ['罚款', {}, 'general'],
    ['罚款', { fine: 'huge' }, 'serious'],
    ['没收违法所得', {}, 'general'],
    ['没收非法财物', {}, 'general'],
    ['暂扣许可证件', {}, 'serious'],
    ['降低资质等级', {}, 'serious'],
    ['吊销许可证件', {}, 'serious'],
    ['限制从业', {}, 'serious'],
    ['限制开展生产经营活动', {}, 'serious'],
    ['责令停产停业', {}, 'serious'],
    ['责令关闭', {}, 'serious'],
    ['行政拘留', {}, 'serious'],
    ['暂扣或者吊销许可证', {}, 'serious'],
    ['暂扣或者吊销执照', {}, 'serious'],
    ['法律、行政法规规定的其他行政处罚', {}, 'general'],
    ['其他-责令改正', {}, 'general'],
    ['警告;罚款', {}, 'general'],
    ['警告;罚款;责令停产停业', {}, 'serious'],
    ['警告;罚款', { fine: 'small' }, 'minor'],
  ] as const)('%s %j is %s', (kinds, changes, recordClass) => {
    expect(classOn('2026-04-01', facts(kinds, changes))).toBe(recordClass);
  });

  test('of a listing is that of its list', () => {
    expect(classOn('2026-04-01', facts('', { item: 'serious-dishonesty' }))).toBe('serious');
    expect(classOn('2026-04-01', facts('', { item: 'abnormal-operation' }))).toBe('minor');
  });

  test('names the entries that give it', () => {
    const { entries } = classOf(law.classes(localDate('2026-04-01')), facts('警告;暂扣许可证件;责令关闭'));
    expect(entries.map(({ id, mark }) => [id, mark])).toEqual([
      ['class.suspension.2026', 'recalled'],
      ['class.stop.2026', 'assumed'],
    ]);
  });

  test('does not exist for a kind nobody knows', () => {
    expect(() => classOn('2026-04-01', facts('罚站'))).toThrow(RangeError);
  });
});

describe('the class of a penalty under older rules', () => {
  test.each([
    ['2026-03-31', '警告', {}, 'minor'],
    ['2026-03-31', '罚款', { procedure: 'simple' }, 'minor'],
    ['2026-03-31', '罚款', { fine: 'small' }, 'general'],
    ['2026-03-31', '吊销许可证件', {}, 'general'],
    ['2026-03-31', '警告', { sector: 'food' }, 'minor'],
    ['2026-03-31', '罚款', { sector: 'food' }, 'serious'],
    ['2026-03-31', '罚款', { sector: 'drug' }, 'serious'],
    ['2026-03-31', '罚款', { sector: 'fire' }, 'serious'],
    ['2026-03-31', '罚款', { sector: 'special-equipment' }, 'serious'],
    ['2023-05-01', '罚款', { sector: 'work-safety' }, 'serious'],
    ['2023-05-01', '罚款', { sector: 'environment' }, 'general'],
    ['2023-04-30', '罚款', { sector: 'food' }, 'general'],
    ['2023-04-30', '警告', {}, 'general'],
    ['2019-07-01', '责令停产停业', {}, 'serious'],
    ['2017-07-31', '暂扣或者吊销执照', { procedure: 'simple' }, 'serious'],
    ['2016-01-01', '罚款', {}, 'general'],
  ] as const)('decided on %s, %s %j, is %s', (on, kinds, changes, recordClass) => {
    expect(classOn(on, facts(kinds, changes))).toBe(recordClass);
  });
});

describe('the level of a fine', () => {
  const bounds: FineThresholdEntry = {
    id: 'fine-threshold.food.2026',
    source: '虚构标准',
    mark: 'assumed',
    from: localDate('2026-04-01'),
    sector: 'food',
    largeFrom: 10_000,
    hugeFrom: 1_000_000,
  };

  test.each([
    ['0', 'small'],
    ['0.999999', 'small'],
    ['1', 'large'],
    ['1.000000', 'large'],
    ['99.999999', 'large'],
    ['100', 'huge'],
    ['999999999999.999999', 'huge'],
  ])('%s (10,000 yuan) is %s', (amount, level) => {
    expect(fineLevel(bounds, amount)).toBe(level);
  });

  test('without bounds is large, in every sector', () => {
    const threshold = law.fineThreshold('food', localDate('2026-05-11'));
    expect(threshold).toMatchObject({ sector: 'any', mark: 'assumed' });
    expect(fineLevel(threshold, '0.01')).toBe('large');
    expect(fineLevel(threshold, '100000')).toBe('large');
  });

  test.each(['', '-1', '1,000', '1.0000001', '一万', '1e3'])('is not told of %p', (amount) => {
    expect(() => fineLevel(bounds, amount)).toThrow(RangeError);
  });
});

import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { loadLaw, sectorNamed } from '../index.js';

const law = loadLaw();
const sectorOf = (unit: string, basis: string) => law.sectorOf('11429500011000019X', unit, basis, localDate('2026-05-11'));

describe('the sector of a penalty', () => {
  test.each([
    ['澄州市市场监督管理局', '《中华人民共和国食品安全法》第一百二十四条', 'food'],
    ['澄州市市场监督管理局', '《中华人民共和国药品管理法》第一百一十七条', 'drug'],
    ['澄州市市场监督管理局', '《中华人民共和国特种设备安全法》第八十四条', 'special-equipment'],
    ['澄州市市场监督管理局', '《中华人民共和国广告法》第五十五条', 'market-order'],
    ['澄州市市场监督管理局', '某地方条例第三条', 'market-order'],
    ['澄州市应急管理局', '《中华人民共和国安全生产法》第九十七条', 'work-safety'],
    ['澄州市住房和城乡建设局', '《建设工程安全生产管理条例》第六十二条', 'construction'],
    ['澄州市消防救援支队', '《中华人民共和国消防法》第六十条', 'fire'],
    ['澄州市消防救援支队', '', 'fire'],
    ['澄州市生态环境局', '《中华人民共和国大气污染防治法》第九十九条', 'environment'],
    ['澄州市某某局', '某地方条例第三条', 'other'],
  ])('of %s by %s is %s', (unit, basis, sector) => {
    expect(sectorOf(unit, basis)).toMatchObject({ sector, entry: { mark: 'assumed' } });
  });

  test.each([
    ['食品', 'food'],
    [' 安全生产 ', 'work-safety'],
    ['special-equipment', 'special-equipment'],
    ['点心', undefined],
    ['', undefined],
  ])('named %p in a file is %s', (text, sector) => {
    expect(sectorNamed(text)).toBe(sector);
  });
});

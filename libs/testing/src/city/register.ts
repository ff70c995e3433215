import { addDays, type LocalDate } from '@chengxin/kernel';
import { type Row } from './csv.js';
import { type CityEnterprise, FIXED_CODES } from './enterprises.js';
import { personName, street } from './names.js';
import { type Random, random } from './random.js';
import { beginning } from './timeline.js';
import { type CityKind } from './trades.js';

const TYPES: Record<CityKind, readonly string[]> = {
  enterprise: ['有限责任公司(自然人独资)', '有限责任公司(自然人投资或控股)', '有限责任公司(法人独资)'],
  'individual-business': ['个体工商户'],
  cooperative: ['农民专业合作社'],
  'public-institution': ['事业单位'],
  'social-organisation': ['民办非企业单位', '社会团体'],
};

const SIZES: Record<CityKind, readonly (readonly [number, string])[]> = {
  enterprise: [
    [2, '大型'],
    [10, '中型'],
    [40, '小型'],
    [34, '微型'],
    [14, ''],
  ],
  'individual-business': [
    [85, '微型'],
    [15, ''],
  ],
  cooperative: [
    [40, '小型'],
    [40, '微型'],
    [20, ''],
  ],
  'public-institution': [[1, '']],
  'social-organisation': [[1, '']],
};

const STATES: readonly (readonly [number, string])[] = [
  [950, '存续'],
  [30, '注销'],
  [15, '吊销'],
  [5, '迁出'],
];

const CAPITALS = [10, 30, 50, 100, 200, 300, 500, 1000, 2000, 5000];

/** The legal representative of an enterprise, the same in every file. */
export const representative = (seed: number, { code }: CityEnterprise): string => personName(random(`${seed}/person/${code}`));

/** The row of an enterprise in its register; all were established before the five years of the city's other files. */
export function registerRow(seed: number, enterprise: CityEnterprise, on: LocalDate): Row {
  const dice = random(`${seed}/register/${enterprise.code}`);
  const { code, name, kind, trade, district } = enterprise;
  return {
    creditCode: code,
    name,
    establishedOn: addDays(beginning(on), -dice.below(7_300) - 30),
    kind: dice.pick(TYPES[kind]),
    legalRepresentative: representative(seed, enterprise),
    registeredCapital: capital(kind, dice),
    scope: trade.scope,
    address: `澄州市${district}${street(dice)}`,
    state: FIXED_CODES.includes(code) ? '存续' : dice.weighted(STATES),
    industry: dice.chance(0.1) ? '' : trade.industry,
    size: dice.weighted(SIZES[kind]),
    district,
  };
}

const capital = (kind: CityKind, dice: Random): string => (kind === 'individual-business' ? '' : `${dice.pick(CAPITALS)}万元人民币`);

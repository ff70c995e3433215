import { type LocalDate } from '@chengxin/kernel';
import { type Random } from './random.js';

/** What a decision imposes: kinds as the list of its time names them, amounts in 10,000 yuan (万元), and the licence it touches. */
export interface Sanction {
  kinds: readonly string[];
  fine?: string;
  confiscated?: string;
  revoked?: string;
  simple: boolean;
}

/** The penalty kinds of 《行政处罚法》 2021 apply from this day; before it the list of 2018. */
const LAW_OF_2021 = '2021-07-15';

type Imposing = (dice: Random, old: boolean) => Sanction;

const ordinary = (...kinds: string[]): Sanction => ({ kinds, simple: false });

const licence = (dice: Random): string => `经营许可证 澄许${dice.below(90_000) + 10_000}号`;

/** What is imposed and how often; `old` decisions name their kinds by the list of 2018. */
const SORTS: readonly (readonly [number, Imposing])[] = [
  [12, (dice) => ({ kinds: [dice.pick(['警告', '罚款'])], simple: true })],
  [12, () => ordinary('警告')],
  [4, (_, old) => ordinary(old ? '警告' : '通报批评')],
  [24, () => ordinary('罚款')],
  [10, () => ordinary('警告', '罚款')],
  [16, (dice) => ordinary(dice.pick(['没收违法所得', '没收非法财物']), '罚款')],
  [5, (dice, old) => ({ ...ordinary(old ? '暂扣或者吊销许可证' : '暂扣许可证件'), revoked: licence(dice) })],
  [4, (dice, old) => ({ ...ordinary(old ? '暂扣或者吊销执照' : '吊销许可证件', '罚款'), revoked: licence(dice) })],
  [6, () => ordinary('责令停产停业', '罚款')],
  [3, (_, old) => ordinary(old ? '责令停产停业' : '降低资质等级')],
  [4, () => ordinary('其他-责令限期改正')],
];

/** A sanction of a decision of that day; about three in ten are minor, five general and two serious. */
export const sanction = (dice: Random, decidedOn: LocalDate): Sanction => dice.weighted(SORTS)(dice, decidedOn < LAW_OF_2021);

/** The sanction with the amounts its kinds ask for; a fine on the spot is at most 3,000 yuan. */
export function withAmounts(dice: Random, imposed: Sanction): Sanction {
  const confiscates = imposed.kinds.some((kind) => kind.startsWith('没收'));
  return {
    ...imposed,
    ...(imposed.kinds.includes('罚款') && { fine: imposed.simple ? amount(dice.below(29) + 2, 100) : amount(dice.below(120) + 2, 5_000) }),
    ...(confiscates && { confiscated: amount(dice.below(9_000) + 10, 37) }),
  };
}

/** The decision in words, with amounts in yuan. */
export function wording({ kinds, fine, confiscated, revoked }: Sanction): string {
  const parts = kinds.map((kind) => {
    if (kind === '罚款') return `罚款人民币${yuan(fine)}元`;
    if (kind.startsWith('没收')) return `${kind}人民币${yuan(confiscated)}元`;
    return revoked !== undefined && /暂扣|吊销/.test(kind) ? `${kind}(${revoked})` : kind.replace('其他-', '');
  });
  return parts.join(';');
}

/** So many steps of some yuan, written in 10,000 yuan with at most six decimals. */
const amount = (steps: number, step: number): string => String((steps * step) / 10_000);

const yuan = (tenThousand = '0'): string => String(Math.round(Number(tenThousand) * 10_000));

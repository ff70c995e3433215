import { addMonths } from '@chengxin/kernel';
import { departmentOf } from './departments.js';
import { authorityCells, diceOf, documentNumber, subjectCells, type Supply } from './supply.js';
import { decisionDay } from './timeline.js';

const HONOURED_SHARE = 0.05;

/** What is honoured, by the slug of who honours. */
const TITLES: Readonly<Record<string, string>> = {
  'market-regulation': '澄州市放心消费示范单位',
  tax: '澄州市纳税信用示范企业',
  'human-resources': '澄州市和谐劳动关系示范企业',
};

const GRADES: readonly (readonly [number, string])[] = [
  [5, '省级'],
  [55, '市级'],
  [40, '县级'],
];

/** Honours for honest trading. */
export const HONOURS: Supply = {
  item: 'honour',
  sources(plan, enterprise) {
    const dice = diceOf(plan, 'honour', { enterprise, nth: 0 });
    return dice.chance(HONOURED_SHARE) ? [departmentOf(dice.pick(Object.keys(TITLES)))] : [];
  },
  row(plan, planned) {
    const dice = diceOf(plan, 'honour', planned);
    const decidedOn = decisionDay(dice, plan.on);
    const title = TITLES[planned.department.slug] ?? '';
    return {
      ...subjectCells(plan, planned),
      honourName: title,
      grade: dice.weighted(GRADES),
      documentNumber: documentNumber('表', planned, decidedOn),
      content: `授予${title}称号`,
      decidedOn,
      validUntil: dice.chance(0.5) ? addMonths(decidedOn, 36) : '',
      ...authorityCells(planned),
    };
  },
};

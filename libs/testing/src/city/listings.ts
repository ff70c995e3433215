import { addMonths } from '@chengxin/kernel';
import { type Row } from './csv.js';
import { departmentOf } from './departments.js';
import { FIXED_CODES } from './enterprises.js';
import { authorityCells, diceOf, documentNumber, type Plan, type Planned, subjectCells, type Supply } from './supply.js';
import { decisionDay } from './timeline.js';

interface List {
  name: string;
  reason: string;
  basis: string;
}

/** The serious-dishonesty lists of the city by the slug of who lists. */
const LISTS: Readonly<Record<string, List>> = {
  'market-regulation': {
    name: '市场监督管理严重违法失信名单',
    reason: '违法行为性质恶劣、情节严重、社会危害较大,受到较重行政处罚',
    basis: '《市场监督管理严重违法失信名单管理办法》第五条',
  },
  'human-resources': {
    name: '拖欠农民工工资失信联合惩戒对象',
    reason: '拖欠农民工工资,经责令限期支付,逾期未支付',
    basis: '《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条',
  },
  court: {
    name: '失信被执行人',
    reason: '有履行能力而拒不履行生效法律文书确定义务',
    basis: '《最高人民法院关于公布失信被执行人名单信息的若干规定》第一条',
  },
  tax: { name: '重大税收违法失信主体', reason: '欠缴应纳税款,逾期未缴清', basis: '《重大税收违法失信主体信息公布管理办法》第六条' },
};

const LISTING_UNITS = ['market-regulation', 'human-resources', 'tax', 'court'];
const LISTED_SHARE = 0.01;
const ABNORMAL_SHARE = 0.03;

const ABNORMALITIES: readonly (readonly [number, string])[] = [
  [60, '未依照规定的期限公示年度报告'],
  [30, '通过登记的住所或者经营场所无法联系'],
  [10, '公示企业信息隐瞒真实情况、弄虚作假'],
];

/** Listings as seriously dishonest; the enterprises of the demonstration's agent are on no list. */
export const SERIOUS_LISTINGS: Supply = {
  item: 'serious-dishonesty',
  sources(plan, enterprise) {
    const dice = diceOf(plan, 'serious-dishonesty', { enterprise, nth: 0 });
    return dice.chance(LISTED_SHARE) && !FIXED_CODES.includes(enterprise.code) ? [departmentOf(dice.pick(LISTING_UNITS))] : [];
  },
  row(plan, planned) {
    const { name = '', reason = '', basis = '' } = LISTS[planned.department.slug] ?? {};
    const dice = diceOf(plan, 'serious-dishonesty', planned);
    const decidedOn = decisionDay(dice, plan.on);
    return {
      ...listing(plan, planned),
      listName: name,
      reason,
      basis,
      documentNumber: documentNumber('列', planned, decidedOn),
      decidedOn,
      validUntil: addMonths(decidedOn, 36),
    };
  },
};

/** Entries on the abnormal-operation list. */
export const ABNORMAL_LISTINGS: Supply = {
  item: 'abnormal-operation',
  sources(plan, enterprise) {
    const dice = diceOf(plan, 'abnormal-operation', { enterprise, nth: 0 });
    return dice.chance(ABNORMAL_SHARE) && !FIXED_CODES.includes(enterprise.code) ? [departmentOf('market-regulation')] : [];
  },
  row(plan, planned) {
    const dice = diceOf(plan, 'abnormal-operation', planned);
    const decidedOn = decisionDay(dice, plan.on);
    return {
      ...listing(plan, planned),
      reason: dice.weighted(ABNORMALITIES),
      basis: '《企业经营异常名录管理暂行办法》第四条',
      documentNumber: documentNumber('异', planned, decidedOn),
      decidedOn,
    };
  },
};

const listing = (plan: Plan, planned: Planned): Row => ({ ...subjectCells(plan, planned), ...authorityCells(planned) });

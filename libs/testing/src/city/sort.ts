import { addDays, addMonths } from '@chengxin/kernel';
import { type ItemCode } from '@chengxin/law';
import { type Row } from './csv.js';
import { departmentOf } from './departments.js';
import { type CityEnterprise, FIXED_CODES } from './enterprises.js';
import { authorityCells, diceOf, documentNumber, partyCells, type Plan, type Planned, type Supply } from './supply.js';
import { decisionDay } from './timeline.js';

/** So many of the enterprises have a record of a sort: enough that a small city has one of each, few enough that a large one loads fast. */
const SHARE = 0.015;

/** What the demonstration shows was told so many days apart, latest first. */
const DEMONSTRATED_DAYS = 40;

/**
 * A sort of records that is told by data: of which item, by which departments (slugs), by what kind of document; `told` are the
 * cells that one record or another has (`by`: only this department's), `months` is how long what is told is valid, where it ends.
 * The enterprises of the demonstration's agent have one record of each that is told where it is `demonstrated`, else none.
 */
export interface Sort {
  item: ItemCode;
  by: readonly string[];
  document: string;
  told: readonly Row[];
  months?: number;
  demonstrated?: true;
}

/** How the records of a sort come about. */
export const supplyOf = (sort: Sort): Supply => ({
  item: sort.item,
  sources(plan, enterprise) {
    const dice = diceOf(plan, sort.item, { enterprise, nth: 0 });
    if (isDemonstrations(enterprise)) return sort.demonstrated ? sort.told.map(({ by = dice.pick(sort.by) }) => departmentOf(by)) : [];
    return dice.chance(SHARE) ? [departmentOf(dice.pick(sort.by))] : [];
  },
  row: (plan, planned) => row(plan, planned, sort),
});

function row(plan: Plan, planned: Planned, { item, document, told, months }: Sort): Row {
  const { enterprise, department, nth } = planned;
  const dice = diceOf(plan, item, planned);
  const isShown = isDemonstrations(enterprise);
  const decidedOn = isShown ? addDays(plan.on, -nth * DEMONSTRATED_DAYS) : decisionDay(dice, plan.on);
  const cells = isShown ? told[nth - 1] : dice.pick(told.filter(({ by }) => by === undefined || by === department.slug));
  return {
    ...partyCells(plan, planned),
    ...cells,
    documentNumber: documentNumber(document, planned, decidedOn),
    decidedOn,
    validUntil: months === undefined ? '' : addMonths(decidedOn, months),
    ...authorityCells(planned),
  };
}

const isDemonstrations = ({ code }: CityEnterprise): boolean => FIXED_CODES.includes(code);

import { addMonths, type LocalDate } from '@chengxin/kernel';
import { type ItemCode } from '@chengxin/law';
import { type Row } from './csv.js';
import { departmentOf } from './departments.js';
import { FIXED_CODES } from './enterprises.js';
import { authorityCells, diceOf, documentNumber, partyCells, type Plan, type Planned, type Supply } from './supply.js';
import { decisionDay } from './timeline.js';

/** Which enterprises have records of a sort beside those that chance picks: those of the demonstration's agent, all or none of them. */
type Demonstrated = 'all' | 'none';

/**
 * A sort of records that is told by data: of which item, by which departments (slugs), of what share of the enterprises, by what kind
 * of document; `told` are the cells that one record or another has; `months` is how long what is told is valid, where it ends.
 */
export interface Sort {
  item: ItemCode;
  by: readonly string[];
  share: number;
  document: string;
  demonstrated: Demonstrated;
  told: readonly Row[];
  months?: number;
}

/** How the records of a sort come about. */
export const supplyOf = (sort: Sort): Supply => ({
  item: sort.item,
  sources(plan, enterprise) {
    const dice = diceOf(plan, sort.item, { enterprise, nth: 0 });
    const isPicked = dice.chance(sort.share);
    const isTold = FIXED_CODES.includes(enterprise.code) ? sort.demonstrated === 'all' : isPicked;
    return isTold ? [departmentOf(dice.pick(sort.by))] : [];
  },
  row: (plan, planned) => row(plan, planned, sort),
});

function row(plan: Plan, planned: Planned, { item, document, told, months }: Sort): Row {
  const dice = diceOf(plan, item, planned);
  const decidedOn = decisionDay(dice, plan.on);
  return {
    ...partyCells(plan, planned),
    ...dice.pick(told.filter(isOf(planned))),
    documentNumber: documentNumber(document, planned, decidedOn),
    decidedOn,
    validUntil: validUntil(decidedOn, months),
    ...authorityCells(planned),
  };
}

/** Cells that only one department tells name it by its slug. */
const isOf =
  ({ department }: Planned) =>
  ({ by }: Row): boolean =>
    by === undefined || by === department.slug;

const validUntil = (decidedOn: LocalDate, months: number | undefined): string => (months === undefined ? '' : addMonths(decidedOn, months));

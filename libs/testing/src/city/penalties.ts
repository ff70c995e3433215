import { addDays, addMonths, type LocalDate } from '@chengxin/kernel';
import { type Row, slashed } from './csv.js';
import { type Department, departmentOf } from './departments.js';
import { type CityEnterprise, FIXED_CODES } from './enterprises.js';
import { type Offence, OFFENCES } from './offences.js';
import { type Random } from './random.js';
import { type Sanction, sanction, withAmounts, wording } from './sanctions.js';
import { authorityCells, diceOf, documentNumber, ends, partyCells, type Plan, type Planned, type Supply } from './supply.js';
import { decisionDay } from './timeline.js';

const REGULATOR = departmentOf('market-regulation');
const REGULATOR_SHARE = 0.4;

/** About six penalties for ten enterprises. */
const NUMBERS: readonly (readonly [number, number])[] = [
  [62, 0],
  [22, 1],
  [10, 2],
  [6, 3],
];

/** Departments whose files have the two columns beyond the official thirty. */
export const WITH_PROCEDURE: readonly string[] = ['market-regulation', 'environment', 'fire'];

const CASE_OFFENCE = OFFENCES['market-regulation']?.find(({ sector }) => sector === '市场监管');

/**
 * The three penalties that every enterprise of the demonstration's agent has, so many days before the city's last day: a general
 * one whose minimum of three months is served, a general one whose minimum runs, and a minor one.
 */
const DEMONSTRATED: readonly { daysAgo: number; imposed: Sanction }[] = [
  { daysAgo: 160, imposed: { kinds: ['没收违法所得', '罚款'], simple: false } },
  { daysAgo: 30, imposed: { kinds: ['没收违法所得', '罚款'], simple: false } },
  { daysAgo: 25, imposed: { kinds: ['警告'], simple: true } },
];

/** Administrative penalties. */
export const PENALTIES: Supply = { item: 'penalty', sources, row };

function sources(plan: Plan, enterprise: CityEnterprise): Department[] {
  const dice = diceOf(plan, 'penalty', { enterprise, nth: 0 });
  const others = Array.from({ length: dice.weighted(NUMBERS) }, () => supervisor(enterprise, dice));
  return [...demonstrated(enterprise).map(() => REGULATOR), ...others];
}

function row(plan: Plan, planned: Planned): Row {
  const dice = diceOf(plan, 'penalty', planned);
  const shown = demonstrated(planned.enterprise)[planned.nth - 1];
  const decidedOn = shown ? addDays(plan.on, -shown.daysAgo) : decisionDay(dice, plan.on);
  const imposed = withAmounts(dice, shown?.imposed ?? sanction(dice, decidedOn));
  const offence = shown && CASE_OFFENCE ? CASE_OFFENCE : dice.pick(OFFENCES[planned.department.slug] ?? []);
  return {
    ...partyCells(plan, planned),
    ...offenceCells(offence),
    ...sanctionCells(imposed),
    documentNumber: documentNumber(imposed.simple ? '当罚' : '罚', planned, decidedOn),
    decidedOn: slashed(decidedOn),
    validUntil: ends(dice.chance(0.5) ? addMonths(decidedOn, 12) : undefined),
    publicityUntil: saidBySource(dice, decidedOn),
    ...authorityCells(planned),
  };
}

const demonstrated = ({ code }: CityEnterprise): typeof DEMONSTRATED => (FIXED_CODES.includes(code) ? DEMONSTRATED : []);

function supervisor({ trade }: CityEnterprise, dice: Random): Department {
  const slug = dice.chance(REGULATOR_SHARE) ? REGULATOR.slug : dice.pick(trade.supervisors);
  return OFFENCES[slug] ? departmentOf(slug) : REGULATOR;
}

const offenceCells = ({ type, facts, basis, sector }: Offence): Row => ({ offence: type, facts: `经查,当事人${facts}。`, basis, sector });

const sanctionCells = (imposed: Sanction): Row => ({
  penaltyKinds: imposed.kinds.join(';'),
  content: wording(imposed),
  fineAmount: imposed.fine ?? '',
  confiscatedAmount: imposed.confiscated ?? '',
  revokedLicence: imposed.revoked ?? '',
  procedure: imposed.simple ? '简易程序' : '普通程序',
});

/** One decision in eight says itself until when it is shown, rightly or not. */
const saidBySource = (dice: Random, decidedOn: LocalDate): string =>
  dice.chance(0.125) ? slashed(addMonths(decidedOn, dice.pick([12, 36]))) : '';

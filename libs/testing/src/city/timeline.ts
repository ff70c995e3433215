import { addDays, addMonths, daysBetween, later, type LocalDate, weekday } from '@chengxin/kernel';
import { type Random } from './random.js';

/** The city's files reach back five years. */
const YEARS = 5;

/** Some decisions are of the last weeks, so that each set of rules has its share of records. */
const RECENT_SHARE = 0.12;
const RECENT_DAYS = 38;

/** The first day of which the city's files tell. */
export const beginning = (on: LocalDate): LocalDate => addMonths(on, -12 * YEARS);

/** A day on which an office may have decided: within the five years before `on`, no Saturday or Sunday. */
export function decisionDay(dice: Random, on: LocalDate): LocalDate {
  const first = dice.chance(RECENT_SHARE) ? addDays(on, -RECENT_DAYS) : beginning(on);
  const day = addDays(first, dice.below(daysBetween(first, on) + 1));
  const weekend = Math.max(0, weekday(day) - 5);
  return later(addDays(day, -weekend), beginning(on));
}

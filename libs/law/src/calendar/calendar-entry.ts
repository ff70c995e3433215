import { type LocalDate } from '@chengxin/kernel';
import { type Entry } from '../entry.js';

/** The State Council's notice for one year: days off beside the weekends, and weekend days that are worked (调休). */
export interface CalendarEntry extends Entry {
  off: readonly LocalDate[];
  work: readonly LocalDate[];
}

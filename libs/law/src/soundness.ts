import { addPeriod } from '@chengxin/kernel';
import { type CalendarEntry } from './calendar/calendar-entry.js';
import { type FineThresholdEntry } from './classes/class-entry.js';
import { type Entries } from './entries.js';
import { inForce } from './entry.js';
import { type PublicityEntry, type TransitionEntry } from './publicity/publicity-entry.js';

/** Entries that contradict themselves: what cannot be said of them one property at a time. */
export function contradictions(entries: Entries): string[] {
  return [
    ...entries.calendars.flatMap(calendarFaults),
    ...entries.fineThresholds.flatMap(thresholdFaults),
    ...entries.publicity.flatMap(publicityFaults),
    ...entries.transition.flatMap(transitionFaults),
  ];
}

function calendarFaults(entry: CalendarEntry): string[] {
  const outside = [...entry.off, ...entry.work].filter((day) => !inForce(entry, day));
  const both = entry.off.filter((day) => entry.work.includes(day));
  return [
    ...outside.map((day) => `${entry.id} names ${day}, on which it is not in force`),
    ...both.map((day) => `${entry.id} has ${day} both off and worked`),
  ];
}

const thresholdFaults = ({ id, largeFrom = 0, hugeFrom = Infinity }: FineThresholdEntry): string[] =>
  largeFrom < hugeFrom ? [] : [`${id} has huge fines below large ones`];

const publicityFaults = ({ id, from, minimum, maximum }: PublicityEntry): string[] =>
  minimum && maximum && addPeriod(from, minimum) > addPeriod(from, maximum) ? [`${id} has a minimum longer than its maximum`] : [];

const transitionFaults = ({ id, from, before }: TransitionEntry): string[] =>
  from > before ? [`${id} begins after ${before}, the day it decides on, and would never be read`] : [];

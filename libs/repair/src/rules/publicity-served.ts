import { addDays, type LocalDate } from '@chengxin/kernel';
import { type RefusalOf } from '../case.js';
import { type Matter } from './rule.js';

/**
 * A record stays on public display for its minimum period before it can be repaired; one without a minimum, as a minor
 * one has none, can be repaired at once. The last day of the period runs through 24:00, so the day after is the first.
 * Source: 信用修复管理办法 第二章 (公示期限), 第三章 (最短公示期届满).
 */
export function publicityServed({ record }: Pick<Matter, 'record'>, on: LocalDate): RefusalOf<'repair.publicity-running'> | undefined {
  const { minimumUntil, entries } = record.publicity;
  if (record.class === 'minor' || minimumUntil === undefined || on > minimumUntil) return undefined;
  return { code: 'repair.publicity-running', endsOn: minimumUntil, notBefore: addDays(minimumUntil, 1), entries };
}

import { addPeriod, type LocalDate } from '@chengxin/kernel';
import { type RetentionEntry } from '@chengxin/law';

/** The days of which one begins the retention of personal details; a refused row has no decision that could be relied on. */
export type RetentionDays = { receivedOn: LocalDate; decidedOn?: LocalDate };

/** The last day, through 24:00, on which personal details are kept under an entry; it may lie before they came. */
export const keptUntil = ({ counts, period }: RetentionEntry, { receivedOn, decidedOn = receivedOn }: RetentionDays): LocalDate =>
  addPeriod(counts === 'decision' ? decidedOn : receivedOn, period);

/** Personal details that were deleted: on which day, under which entry of the law or which document. */
export type Deletion = { deletedOn: LocalDate; under: string };

/** The place of personal details: kept through a day, or deleted. */
export type PersonalPlace = { keptUntil: LocalDate } | Deletion;

/** What stands in the place of personal details, in both languages: never the details themselves. */
export function placeText(place: PersonalPlace): { zh: string; en: string } {
  if ('keptUntil' in place) return { zh: `另行保存至 ${place.keptUntil}`, en: `Kept apart until ${place.keptUntil}` };
  const { deletedOn, under } = place;
  return { zh: `已于 ${deletedOn} 依据 ${under} 删除`, en: `Deleted on ${deletedOn} under ${under}` };
}

import { accept, type LocalDate, refuse, type Result } from '@chengxin/kernel';
import { type Entry, onDate } from '../entry.js';
import { type Role } from '../visibility/reader.js';

/**
 * Why somebody may look at what is not public (查询目的): what is handed over for a duty or by consent is used for nothing else
 * (《个人信息保护法》第六条, the third way of disclosure 授权查询). `roles` are those who may state it.
 */
export type PurposeEntry = Entry & { code: string; name: { zh: string; en: string }; roles: readonly Role[] };

/** Why a stated purpose does not count: nobody knows it on that day, or it is not one of the reader's role. */
export type PurposeRefusal =
  { code: 'purpose.unknown'; purpose: string } | { code: 'purpose.not-of-role'; purpose: string; role: Role | 'public' };

/** The purposes that a role may state on a day; none for the public and for enterprises, who are given what is public and their own. */
export const purposesOf = (entries: readonly PurposeEntry[], role: Role | 'public', on: LocalDate): PurposeEntry[] =>
  onDate(entries, on).filter(({ roles }) => roles.some((open) => open === role));

/** The purpose of a code as a role may state it on a day, or why it may not. */
export function purposeStated(
  entries: readonly PurposeEntry[],
  code: string,
  role: Role | 'public',
  on: LocalDate,
): Result<PurposeEntry, PurposeRefusal> {
  if (!onDate(entries, on).some((entry) => entry.code === code)) return refuse({ code: 'purpose.unknown', purpose: code });
  const entry = purposesOf(entries, role, on).find((open) => open.code === code);
  return entry ? accept(entry) : refuse({ code: 'purpose.not-of-role', purpose: code, role });
}

import { type Actor } from '@chengxin/platform';
import { type CaseRow } from './case.row.js';

/** Whose cases an actor may see: all, those of enterprises, or those of a determining unit. */
export type Reach = { all: true } | { enterprises: readonly string[] } | { unit: string };

/** The one answer that the list and the single case both use. Who is not named sees nothing. */
export function reachOf({ role, unit, enterprises }: Actor): Reach {
  switch (role) {
    case 'centre-reviewer':
    case 'centre-supervisor':
    case 'regulator':
    case 'auditor':
      return { all: true };
    case 'determining-officer':
      return unit ? { unit } : { enterprises: [] };
    case 'enterprise-agent':
      return { enterprises };
    default:
      return { enterprises: [] };
  }
}

/** Whether an actor looks at cases from outside: neither applies, nor handles them in the centre or the determining unit. */
export const looksOnly = ({ role }: Actor): boolean => role === 'regulator' || role === 'auditor';

/** Whether a case lies within a reach. */
export function reaches(reach: Reach, { creditCode, determiningUnitCode }: Pick<CaseRow, 'creditCode' | 'determiningUnitCode'>): boolean {
  if ('all' in reach) return true;
  return 'unit' in reach ? reach.unit === determiningUnitCode : reach.enterprises.includes(creditCode);
}

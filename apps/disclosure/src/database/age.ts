import { type Watermarks } from '@chengxin/messaging';

/** How current an answer is: everything known before `asOf` (machine time, absent while nothing was heard) is in it. */
export type Age = { asOf?: string; behind: boolean };

/**
 * As of when the copies of an enterprise's facts from `registry` are; behind also while an event about it is parked. Ask before reading,
 * so that the answer holds at least that much.
 */
export function ageOf(watermarks: Watermarks, creditCode: string): Age {
  const { asOf, behind, parked } = watermarks.asOf(['registry']);
  return { ...(asOf && { asOf: asOf.toISOString() }), behind: behind || parked(creditCode) };
}

/** Up to when everything about an enterprise is here; undefined while nothing was heard, or an event of it waits parked and may still say more. */
export function completeUntil(watermarks: Watermarks, creditCode: string): Date | undefined {
  const { asOf, parked } = watermarks.asOf(['registry']);
  return parked(creditCode) ? undefined : asOf;
}

import { type Watermarks } from '@chengxin/messaging';

/** How current an answer is: everything known before `asOf` (machine time, absent while nothing was heard) is in it. */
export type Age = { asOf?: string; behind: boolean };

/** As of when the copies of `registry` are. Ask before reading, so that the answer holds at least that much. */
export function ageOf(watermarks: Watermarks): Age {
  const { asOf, behind } = watermarks.asOf(['registry']);
  return { ...(asOf && { asOf: asOf.toISOString() }), behind };
}

import type { AccessRecordedV1, ShownThing } from '@chengxin/contracts';
import type { MomentView } from '@chengxin/platform';

/** What of one enterprise is about to be shown: what was asked for, the things with identifiers and versions, the past moments asked for. */
export type Seen = Pick<AccessRecordedV1, 'creditCode' | 'what' | 'shown' | 'effectiveAt' | 'knownThen'>;

/** More things than this are counted, not named: the largest page. */
const MOST_NAMED = 200;

/** The things of a look as the event states them: the first two hundred by name, the rest by number. */
export const named = (shown: readonly ShownThing[]): Pick<AccessRecordedV1, 'shown' | 'unnamed'> => ({
  shown: shown.slice(0, MOST_NAMED),
  unnamed: Math.max(0, shown.length - MOST_NAMED),
});

/** What was seen, gathered by enterprise in the order of its first thing; `of` gives undefined for what is about no enterprise. */
export function seenByEnterprise<T>(
  what: string,
  items: readonly T[],
  of: (item: T) => (ShownThing & { creditCode: string }) | undefined,
): Seen[] {
  const seen = new Map<string, ShownThing[]>();
  for (const item of items) {
    const found = of(item);
    if (!found) continue;
    const { creditCode, ...thing } = found;
    seen.set(creditCode, [...(seen.get(creditCode) ?? []), thing]);
  }
  return [...seen].map(([creditCode, shown]) => ({ creditCode, what, shown }));
}

/** What a look says of the past moment that was read; nothing where it was the present. */
export const ofMoment = (moment: MomentView | undefined): Pick<Seen, 'effectiveAt' | 'knownThen'> => ({
  ...(moment?.effectiveAt && { effectiveAt: moment.effectiveAt }),
  ...(moment && { knownThen: moment.knownAt }),
});

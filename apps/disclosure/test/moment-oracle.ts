import { type Publicity } from '@chengxin/contracts';
import { localDate } from '@chengxin/kernel';
import fc from 'fast-check';

/** What one event says of a record; a whole says all of it, a fact a part. */
export type Said = {
  /** Minutes after the first moment of the history. */
  minute: number;
  whole?: { documentNumber: string; decidedOn: string; validUntil?: string };
  ending?: { state: 'repaired' | 'withdrawn' | 'annulled'; endedOn: string };
  fulfilment?: { fulfilledOn?: string };
  publicity?: Pick<Publicity, 'shown' | 'shownFrom' | 'shownUntil'>;
};

/** A record: what was said of it, in order; the place is its version. */
export type Told = { recordId: string; said: Said[] };

/** A record as it stood at a moment. */
export type Stood = {
  recordId: string;
  version: number;
  documentNumber: string;
  decidedOn: string;
  state: string;
  endedOn?: string;
  fulfilment: string;
  fulfilledOn?: string;
  publicity: { from?: string; until?: string };
};

/** A record as far as it has been told. */
type Heard = { version: number; whole?: Said['whole']; ending?: Said['ending']; publicity?: Said['publicity']; fulfilledOn?: string };

/** One record by what was known at a minute, on a day: said by said, the slow way. Undefined: not known, or not in force. */
export function stood({ recordId, said }: Told, minute: number, day = '9999-12-31'): Stood | undefined {
  const heard: Heard = { version: 0 };
  for (const fact of said) if (fact.minute <= minute) hear(heard, fact, day);
  const { version, whole, ending, publicity, fulfilledOn } = heard;
  if (!whole) return undefined;
  const { documentNumber, decidedOn } = whole;
  return {
    ...{ recordId, version, documentNumber, decidedOn, state: 'current', fulfilment: 'unknown' },
    ...ending,
    ...(fulfilledOn && fulfilledOn <= day && { fulfilment: 'met', fulfilledOn }),
    publicity: shownIn(publicity),
  };
}

const shownIn = (publicity: Said['publicity']): Stood['publicity'] => ({
  ...(publicity?.shownFrom && { from: publicity.shownFrom }),
  ...(publicity?.shownUntil && { until: publicity.shownUntil }),
});

function hear(heard: Heard, { whole, publicity, ending, fulfilment }: Said, day: string): void {
  heard.version += 1;
  if (whole) heard.whole = whole;
  if (publicity) heard.publicity = publicity;
  if (ending && ending.endedOn <= day) heard.ending = ending;
  if (fulfilment) heard.fulfilledOn = fulfilment.fulfilledOn;
}

/** Whether a record, known as it stood on a day, was in force on it. */
export function wasInForce({ said }: Told, { state, version }: Stood, day: string): boolean {
  const whole = said.slice(0, version).findLast((fact) => fact.whole)?.whole;
  const { decidedOn = '9999', validUntil = '9999' } = whole ?? {};
  return decidedOn <= day && validUntil >= day && state !== 'withdrawn' && state !== 'annulled';
}

/** Whether a record is published on a day, by all that was ever said of it. */
export function isPublished({ said }: Told, day: string): boolean {
  const publicity = said.findLast((fact) => fact.publicity)?.publicity;
  const ended = said.some(({ ending }) => ending);
  return !ended && !!publicity?.shown && (publicity.shownFrom ?? '') <= day && (publicity.shownUntil ?? '9999') >= day;
}

/** The latest decision first. */
export const latestFirst = (a: Stood, b: Stood): number => (`${a.decidedOn}${a.recordId}` < `${b.decidedOn}${b.recordId}` ? 1 : -1);

/** A few days around one another, so that they meet. */
export const aDay = fc.integer({ min: 1, max: 9 }).map((n) => localDate(`2026-05-0${n}`));

const aPublicity = fc.record({
  shown: fc.boolean(),
  shownFrom: aDay,
  shownUntil: fc.constantFrom('2026-05-08', '2026-05-30', '2026-06-30'),
});
const aFulfilment = fc.record({ fulfilledOn: fc.option(aDay, { nil: undefined }) });
const aWhole = fc.record({
  whole: fc.record({ documentNumber: fc.constantFrom('甲', '乙', '丙'), decidedOn: aDay, validUntil: fc.option(aDay, { nil: undefined }) }),
  publicity: aPublicity,
  fulfilment: aFulfilment,
});
const anEnding = fc.record({
  ending: fc.record({ state: fc.constantFrom('repaired' as const, 'withdrawn' as const, 'annulled' as const), endedOn: aDay }),
  publicity: fc.option(aPublicity, { nil: undefined }),
});
const aFact = fc.oneof(
  aWhole,
  fc.record({ fulfilment: aDay.map((fulfilledOn) => ({ fulfilledOn })), publicity: fc.option(aPublicity, { nil: undefined }) }),
  fc.record({ publicity: aPublicity }),
  anEnding,
);

/** What was said of some records; the minutes of each never go back. */
export const aHistory = fc.array(
  fc.tuple(aWhole, fc.array(aFact, { maxLength: 4 }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 })),
  { minLength: 1, maxLength: 4 },
);

/** Those records with identifiers. */
export function toldOf(history: typeof aHistory extends fc.Arbitrary<infer T> ? T : never, newId: () => string): Told[] {
  return history.map(([first, rest, gaps]) => {
    let minute = 0;
    const said = [first, ...rest].map((fact, n) => ({ ...fact, minute: (minute += gaps[n] ?? 0) }) as Said);
    return { recordId: newId(), said };
  });
}

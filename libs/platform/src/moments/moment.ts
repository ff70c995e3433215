import { createHash } from 'node:crypto';
import { canonicalJson, type LocalDate, parseLocalDate } from '@chengxin/kernel';
import { InvalidRequest, type RequestFault } from '../problems/invalid-request.js';
import { PLATFORM_REFUSALS } from '../problems/platform-refusals.js';
import { problem, type RefusalTable } from '../problems/refused-problem.js';
import { type MomentView } from './moment.view.js';

/** A moment of the past: what was known at `knownAt` (machine time), of that what was so on `effectiveAt`; absent: on any day. */
export type Moment = { effectiveAt?: LocalDate; knownAt: Date };

/** A moment as a request names it; texts that nobody has looked at yet. */
export type MomentAsked = { effectiveAt?: string | undefined; knownAt?: string | undefined };

/** The newest moment that can be read: the business day of today, and the machine time up to which everything is here; undefined: unknown. */
export type NewestMoment = { today: LocalDate; knownAt: Date | undefined };

type MomentRefusal = 'moment.not-yet-effective' | 'moment.not-yet-known';

/** Why a moment cannot be read yet. What becomes true or known later could change the answer, so it would not come out again. */
const MOMENT_REFUSALS: RefusalTable<MomentRefusal> = {
  'moment.not-yet-effective': {
    status: 422,
    zh: '生效时点 {effectiveAt} 尚未到来，最新可用 {newestAllowed}',
    en: 'The effective date {effectiveAt} has not come; the newest that can be read is {newestAllowed}',
  },
  'moment.not-yet-known': {
    status: 422,
    zh: '记录时间 {knownAt} 晚于数据时点，最新可用 {newestAllowed}',
    en: 'Not everything recorded up to {knownAt} is here; the newest that can be read is {newestAllowed}',
  },
};

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;
const NO_DAY = { in: 'query', pointer: '/effectiveAt', rule: 'localDate', zh: '没有这一天', en: 'is no day of the calendar' } as const;
const NO_INSTANT = {
  in: 'query',
  pointer: '/knownAt',
  rule: 'instant',
  zh: '必须是协调世界时，如 2026-05-11T01:00:00.000Z',
  en: 'must be an instant in UTC, as 2026-05-11T01:00:00.000Z',
} as const;

/** Whether a request names a moment at all. */
export const namesMoment = ({ effectiveAt, knownAt }: MomentAsked): boolean => effectiveAt !== undefined || knownAt !== undefined;

/**
 * The moment that was asked for; undefined for a request that names none. Without `knownAt` it is the newest. Throws 400 for texts of
 * the wrong shape, 422 with `newestAllowed` for a moment that cannot be read yet, 503 while it is not known how new the copies are.
 */
export function momentOf(asked: MomentAsked, newest: NewestMoment): Moment | undefined {
  if (!namesMoment(asked)) return undefined;
  const { effectiveAt, knownAt = newest.knownAt } = shapedIn(asked);
  if (!newest.knownAt || !knownAt) throw problem('service.unavailable', {}, PLATFORM_REFUSALS);
  if (effectiveAt && effectiveAt > newest.today) {
    throw problem('moment.not-yet-effective', { effectiveAt, newestAllowed: newest.today }, MOMENT_REFUSALS);
  }
  if (knownAt > newest.knownAt) {
    const newestAllowed = newest.knownAt.toISOString();
    throw problem('moment.not-yet-known', { knownAt: knownAt.toISOString(), newestAllowed }, MOMENT_REFUSALS);
  }
  return { ...(effectiveAt && { effectiveAt }), knownAt };
}

/**
 * What an answer says of its moment. The digest is sha-256 over the canonical JSON of the moment and of `shown` (identifiers, versions
 * and what is said): the same for the same moment as long as the same is left of it by the rights of the day.
 */
export function momentView({ effectiveAt, knownAt }: Moment, rightsAsOf: LocalDate, shown: unknown): MomentView {
  const moment = { ...(effectiveAt && { effectiveAt }), knownAt: knownAt.toISOString() };
  const digest = createHash('sha256')
    .update(canonicalJson({ ...moment, shown }))
    .digest('hex');
  return { ...moment, rightsAsOf, digest };
}

function shapedIn({ effectiveAt, knownAt }: MomentAsked): Partial<Moment> {
  const day = effectiveAt === undefined ? undefined : parseLocalDate(effectiveAt);
  const instant = knownAt === undefined ? undefined : instantIn(knownAt);
  const faults: RequestFault[] = [];
  if (effectiveAt !== undefined && !day) faults.push(NO_DAY);
  if (knownAt !== undefined && !instant) faults.push(NO_INSTANT);
  if (faults.length > 0) throw new InvalidRequest(faults);
  return { ...(day && { effectiveAt: day }), ...(instant && { knownAt: instant }) };
}

function instantIn(text: string): Date | undefined {
  const [, day] = INSTANT.exec(text) ?? [];
  return day !== undefined && parseLocalDate(day) ? new Date(text) : undefined;
}

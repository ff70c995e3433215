import { localDate, months, type Period } from '@chengxin/kernel';
import { type RecordClass } from '../publicity/publicity-entry.js';
import { type DomainRule, type VerificationDomain } from './domain.js';

/** Bodies whose officers or machines put the questions of every domain; the regulator may look as well. */
export const ASKING_ROLES = [
  'checking-officer',
  'department-client',
  'regulator',
] as const satisfies VerificationDomain['askedBy']['roles'];

/** The default look-back of a check, three years from the decision. */
export const THREE_YEARS = months(36);

type Suggested = Pick<DomainRule, 'suggests' | 'basis' | 'measure'>;

/** Enterprises on a serious-dishonesty list, for as long as the listing stands and counts. */
export const listed = (suggested: Suggested): DomainRule => ({ code: 'seriously-dishonest', items: ['serious-dishonesty'], ...suggested });

/** Enterprises on the abnormal-operation list, for as long as the listing stands and counts. */
export const abnormal = (suggested: Suggested): DomainRule => ({ code: 'abnormal-operation', items: ['abnormal-operation'], ...suggested });

/** The day since when the domains weigh what came into the catalogue beside penalties and lists: this platform's own choice. */
export const WEIGHED_FROM = localDate('2026-05-01');

/** A domain as its successor takes it over: all but its last day. */
export const openEnded = ({ until: _until, ...domain }: VerificationDomain): VerificationDomain => domain;

/** Penalties of at least the class, through the last day of the period from the decision. */
export const penalised = (fromClass: RecordClass, period: Period, suggested: Suggested): DomainRule => ({
  code: `${fromClass}-penalty`,
  items: ['penalty'],
  fromClass,
  lookBack: { period, from: 'decidedOn' },
  ...suggested,
});

/** Commitments found broken in the three years before, until they are made good. */
export const promiseBroken = (suggested: Suggested): DomainRule => ({
  code: 'broken-commitment',
  items: ['broken-commitment'],
  lookBack: { period: THREE_YEARS, from: 'decidedOn' },
  unmet: true,
  ...suggested,
});

/** Payments found in arrears in the three years before, until they are made. */
export const inArrears = (suggested: Suggested): DomainRule => ({
  code: 'payment-arrears',
  items: ['payment-arrears'],
  lookBack: { period: THREE_YEARS, from: 'decidedOn' },
  unmet: true,
  ...suggested,
});

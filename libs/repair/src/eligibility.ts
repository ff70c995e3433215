import { type LocalDate, workingDaysBetween } from '@chengxin/kernel';
import { type Law } from '@chengxin/law';
import { type Publicity, type Refusal, type RepairRecord } from './case.js';
import * as proofs from './proofs.js';
import { type Proof } from './proofs.js';
import { noOpenCase } from './rules/no-open-case.js';
import { obligationsMet } from './rules/obligations-met.js';
import { publicityServed } from './rules/publicity-served.js';
import { recordRepairable } from './rules/record-repairable.js';

/**
 * Whether a case can be filed for a record: now; not before a day (`workingDays` from today, absent when the way there is
 * not covered by the calendar); never, with the article; or not needed, as there is nothing that a repair could end.
 */
export type Answer = 'now' | 'not-needed' | { notBefore: LocalDate; workingDays?: number } | { never: string };

/** One condition of a repair: whether it is met, what shows it, and where it is written. */
export type Condition = {
  rule: 'record-repairable' | 'no-open-case' | 'publicity-served' | 'obligations-met' | 'commitment-complete';
  state: 'met' | 'not-met' | 'unknown';
  proof: Proof;
  source: string;
};

/** The answer with every condition it rests on, as they stand today; the commitment is given with the filing only. */
export type Eligibility = { answer: Answer; conditions: Condition[] };

/** A record together with the number of the case that runs on it. */
export type Candidate = RepairRecord & { openCase?: string };

/**
 * What an enterprise can do about one of its records, before it hands in anything.
 * *Not needed* is advice: a record whose three ends have passed, or which a running case covers. A filing on the former
 * is still taken, as a domain with a look-back of its own may weigh the record longer.
 * Source: 信用修复管理办法 第二条 to 第四条, 第三章 (conditions).
 */
export function eligibility(record: Candidate, law: Law, on: LocalDate): Eligibility {
  return { answer: answer(record, law, on), conditions: conditions(record, on) };
}

function answer(record: Candidate, law: Law, on: LocalDate): Answer {
  const refusal = recordRepairable({ record });
  if (refusal?.reason === 'kind-not-named') return { never: SOURCES.kinds };
  if (refusal || record.openCase !== undefined || hasEnded(record.publicity, on)) return 'not-needed';
  const running = publicityServed({ record }, on);
  return running ? waiting(running.notBefore, law, on) : 'now';
}

function waiting(notBefore: LocalDate, law: Law, on: LocalDate): Answer {
  const { days, provisional } = workingDaysBetween(law.calendar, on, notBefore);
  return provisional ? { notBefore } : { notBefore, workingDays: days };
}

function hasEnded({ shown, shownUntil, sharedUntil, countedUntil }: Publicity, on: LocalDate): boolean {
  const ends = shown ? [shownUntil, sharedUntil, countedUntil] : [sharedUntil, countedUntil];
  return ends.every((until) => until !== undefined && until < on);
}

function conditions(record: Candidate, on: LocalDate): Condition[] {
  const { openCase } = record;
  return [
    { rule: 'record-repairable', state: met(recordRepairable({ record })), proof: proofs.repairable(record), source: SOURCES.kinds },
    { rule: 'no-open-case', state: met(noOpenCase({ openCase })), proof: proofs.openCase(openCase), source: SOURCES.platform },
    { rule: 'publicity-served', state: met(publicityServed({ record }, on)), proof: proofs.publicity(record), source: SOURCES.periods },
    { rule: 'obligations-met', state: obligations(record, on), proof: proofs.obligations(record), source: SOURCES.conditions },
    { rule: 'commitment-complete', state: 'not-met', proof: proofs.commitment(), source: SOURCES.conditions },
  ];
}

function met(refusal: Refusal | undefined): Condition['state'] {
  return refusal ? 'not-met' : 'met';
}

function obligations(record: RepairRecord, on: LocalDate): Condition['state'] {
  return record.fulfilment ? met(obligationsMet({ record }, on)) : 'unknown';
}

const SOURCES = {
  kinds: '信用修复管理办法 第四条',
  periods: '信用修复管理办法 第二章',
  conditions: '信用修复管理办法 第三章',
  platform: '本平台规则：一条记录同时只办理一件修复申请',
};

import { accept, allows, type LocalDate, refuse, type Result } from '@chengxin/kernel';
import { type Law } from '@chengxin/law';
import { type Filing, type Refusal, type RepairCase, type RepairEvent } from './case.js';
import { deadlines } from './deadlines.js';
import { missingReceipts, type Receipt } from './receipts.js';
import { commitmentComplete, isCommitment } from './rules/commitment-complete.js';
import { determiningUnitDecides } from './rules/determining-unit-decides.js';
import { noOpenCase } from './rules/no-open-case.js';
import { fulfilmentOf, obligationsMet } from './rules/obligations-met.js';
import { ownEnterprise } from './rules/own-enterprise.js';
import { publicityServed } from './rules/publicity-served.js';
import { recordRepairable } from './rules/record-repairable.js';
import { firstRefusal, type Matter, type Rule } from './rules/rule.js';
import { type Action, nextSteps, TRANSITIONS } from './transitions.js';

/** What happened, or why nothing did. */
export type Decision = Result<RepairEvent[], Refusal>;

const FILING_RULES: Rule[] = [ownEnterprise, recordRepairable, noOpenCase, publicityServed, commitmentComplete];
const ANSWER_RULES: Rule[] = [determiningUnitDecides];
const APPROVAL_RULES: Rule[] = [determiningUnitDecides, recordRepairable, publicityServed, obligationsMet];

/**
 * An agent files a case for one record of its enterprise.
 * @param matter the record, the agent, the commitment, and the case that runs on the record already
 * @param caseNumber the number the case is to bear
 */
export function file(matter: Matter, caseNumber: string, on: LocalDate): Decision {
  const refusal = firstRefusal(FILING_RULES, matter, on);
  if (refusal) return refuse(refusal);
  return accept([{ type: 'case-filed', on, by: matter.by.subject, filing: filing(matter, caseNumber, on) }]);
}

/** The centre has looked at the case and passes it on to the determining unit with a note: the city's own step. */
export function preCheck(kase: RepairCase, note: string, law: Law, on: LocalDate): Decision {
  const { preCheck: city, acceptance: legal } = deadlines(kase, law);
  const dueOn = { city: city.dueOn, legal: legal.dueOn };
  return guarded(kase, 'pre-check', () => accept([{ type: 'case-pre-checked', on, note, forwardedTo: kase.determiningUnit, dueOn }]));
}

/** The determining unit accepts the case; its seven working days begin. Source: 信用修复管理办法 第三章 (受理). */
export function acceptCase(kase: RepairCase, matter: Matter, law: Law, on: LocalDate): Decision {
  return guarded(kase, 'accept', () => {
    const { decision } = deadlines({ ...kase, acceptedOn: on }, law);
    return ruled(ANSWER_RULES, matter, on, [{ type: 'case-accepted', on, decisionDueOn: decision.dueOn }]);
  });
}

/** The determining unit does not accept the case and says why. Source: 信用修复管理办法 第三章 (不予受理). */
export function declineCase(kase: RepairCase, matter: Matter, reason: string, on: LocalDate): Decision {
  return guarded(kase, 'not-accept', () => ruled(ANSWER_RULES, matter, on, [{ type: 'case-not-accepted', on, reason }]));
}

/** The determining unit approves: from now on publication, sharing and use have to end. */
export function approve(kase: RepairCase, matter: Matter, on: LocalDate): Decision {
  return guarded(kase, 'approve', () => {
    const refusal = firstRefusal(APPROVAL_RULES, matter, on);
    if (refusal) return refuse(refusal);
    const fulfilment = fulfilmentOf(matter);
    if (!fulfilment) throw new TypeError('an approval was judged fulfilled without a fulfilment');
    const ground = kase.minor ? 'minor' : 'publicity-served';
    return accept([{ type: 'case-approved', on, unit: kase.determiningUnit, ground, fulfilment }]);
  });
}

/** The determining unit refuses, with reason and article. */
export function refuseCase(kase: RepairCase, matter: Matter, why: { reason: string; article: string }, on: LocalDate): Decision {
  return guarded(kase, 'refuse', () => ruled(ANSWER_RULES, matter, on, [{ type: 'case-refused', on, ...why }]));
}

/** The applicant takes the case back, as long as nothing was decided. */
export function withdraw(kase: RepairCase, matter: Matter, reason: string, on: LocalDate): Decision {
  return guarded(kase, 'withdraw', () => ruled([ownEnterprise], matter, on, [{ type: 'case-withdrawn', on, reason }]));
}

/**
 * A receipt came in. Each name counts once, in any order, and only while the case waits for it; what nobody waits for
 * changes nothing. The last of the five closes the case.
 */
export function receive(kase: RepairCase, receipt: Receipt, on: LocalDate): RepairEvent[] {
  const waited = allows(TRANSITIONS, kase.status, 'receive') && missingReceipts(kase.receipts).includes(receipt.name);
  if (!waited) return [];
  const receipts = [...kase.receipts, receipt];
  const received: RepairEvent = { type: 'receipt-received', on, receipt };
  return missingReceipts(receipts).length === 0 ? [received, { type: 'case-closed', on, receipts }] : [received];
}

/** The wait is over: what is still missing is asked for once more. Nothing when nothing is. */
export function awaitEffects(kase: RepairCase, on: LocalDate): RepairEvent[] {
  if (!allows(TRANSITIONS, kase.status, 'await-effects')) return [];
  return [{ type: 'case-effects-awaited', on, missing: missingReceipts(kase.receipts), attempt: kase.asked + 1 }];
}

function guarded({ status }: RepairCase, action: Action, decide: () => Decision): Decision {
  if (allows(TRANSITIONS, status, action)) return decide();
  const allowed = nextSteps(status).filter(({ by }) => by !== 'platform');
  return refuse({ code: 'repair.action-not-allowed', status, action, allowed: allowed.map((step) => step.action) });
}

function ruled(rules: readonly Rule[], matter: Matter, on: LocalDate, events: RepairEvent[]): Decision {
  const refusal = firstRefusal(rules, matter, on);
  return refusal ? refuse(refusal) : accept(events);
}

function filing({ record, commitment }: Matter, caseNumber: string, on: LocalDate): Filing {
  if (!isCommitment(commitment, on)) throw new TypeError('a filing was judged complete without its commitment');
  const { creditCode, recordId, item, determiningUnit } = record;
  const { matter, content, liability, madeOn, openness } = commitment;
  return {
    caseNumber,
    creditCode,
    recordId,
    item,
    determiningUnit,
    minor: record.class === 'minor',
    commitment: { matter, content, liability, madeOn, openness },
    entries: record.publicity.entries,
  };
}

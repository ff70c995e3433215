import { accept, allows, type LocalDate, refuse, type Result, target } from '@chengxin/kernel';
import type { Law } from '@chengxin/law';
import { repairEffect, type RepairEffect } from '../publicity/endings.js';
import { publicityOf, unrepairedPublicity } from './collect.js';
import type { CreditRecord } from './record.js';
import { type Action, type Status, TRANSITIONS } from './transitions.js';

/** Why a fact about a record is refused. */
export type FactRefusal =
  | { code: 'registry.action-not-allowed'; status: Status; action: Action }
  | { code: 'registry.not-determining-unit'; authority: string }
  | { code: 'registry.fact-in-future'; on: LocalDate; today: LocalDate }
  | { code: 'registry.fact-before-decision'; on: LocalDate; decidedOn: LocalDate }
  | { code: 'registry.fulfilment-stands'; fulfilledOn: LocalDate }
  | { code: 'registry.no-duty'; item: string };

/** Who states a fact, on which business day, about which day. */
export type Statement = { unit: string; on: LocalDate; today: LocalDate };

/** The duties of a record are met since the statement's day; only its determining unit says so, once. Its ends may change with it. */
export function fulfil(law: Law, record: CreditRecord, statement: Statement): Result<CreditRecord, FactRefusal> {
  if (record.polarity !== 'adverse') return refuse({ code: 'registry.no-duty', item: record.item });
  const refusal = refusalOf(record, 'fulfil', statement);
  if (refusal) return refuse(refusal);
  if (record.fulfilledOn) return refuse({ code: 'registry.fulfilment-stands', fulfilledOn: record.fulfilledOn });
  return accept(fulfilled(law, record, statement.on));
}

/** The source takes a record back (`withdraw`), or the decision behind it no longer stands (`annul`, 行政处罚法 Art. 48): for good. */
export function takeBack(record: CreditRecord, action: 'withdraw' | 'annul', statement: Statement): Result<CreditRecord, FactRefusal> {
  const refusal = refusalOf(record, action, statement);
  return refusal ? refuse(refusal) : accept({ ...record, status: target(TRANSITIONS, record.status, action) ?? record.status });
}

/** Whether a correction may be written, on a day by a unit; what it says is collected anew by `corrected`. */
export function mayCorrect(record: CreditRecord, statement: Statement): Result<CreditRecord, FactRefusal> {
  const refusal = refusalOf(record, 'correct', statement);
  return refusal ? refuse(refusal) : accept(record);
}

/** A record with other content: classified and dated anew, while what had happened to it stays. */
export function corrected(law: Law, before: CreditRecord, anew: CreditRecord): CreditRecord {
  const { collectedOn, sourceUnit, fulfilment, fulfilledOn, status, repairedOn } = before;
  const since = { collectedOn, sourceUnit, fulfilment, status, ...(fulfilledOn && { fulfilledOn }), ...(repairedOn && { repairedOn }) };
  const record = { ...anew, ...since };
  return { ...record, publicity: publicityOf(law, record) };
}

/**
 * What an approval does to a record: fulfilment as the approval states it, and all three states ended. It is answered in every
 * status, also where a date had passed, and also for a record taken back meanwhile, which stays so. `met` is the record as it
 * stands with its duties met, before its states are ended.
 */
export function repair(
  law: Law,
  before: CreditRecord,
  approval: { approvedOn: LocalDate; fulfilledOn: LocalDate },
): { met: CreditRecord; record: CreditRecord; effect: RepairEffect } {
  const met = before.fulfilledOn ? before : fulfilled(law, before, approval.fulfilledOn);
  const repairedOn = before.repairedOn ?? approval.approvedOn;
  const effect = repairEffect(unrepairedPublicity(law, met), repairedOn);
  const status = target(TRANSITIONS, before.status, 'repair') ?? before.status;
  return { met, record: { ...met, status, repairedOn, publicity: effect.publicity }, effect };
}

function fulfilled(law: Law, record: CreditRecord, on: LocalDate): CreditRecord {
  const met = { ...record, fulfilment: 'met' as const, fulfilledOn: on };
  return { ...met, publicity: publicityOf(law, met) };
}

function refusalOf(record: CreditRecord, action: Action, { unit, on, today }: Statement): FactRefusal | undefined {
  if (unit !== record.authority.code) return { code: 'registry.not-determining-unit', authority: record.authority.code };
  if (!allows(TRANSITIONS, record.status, action)) return { code: 'registry.action-not-allowed', status: record.status, action };
  if (on > today) return { code: 'registry.fact-in-future', on, today };
  return on < record.decidedOn ? { code: 'registry.fact-before-decision', on, decidedOn: record.decidedOn } : undefined;
}

import { type Law } from '@chengxin/law';
import { type Actor } from '@chengxin/platform';
import { nextDeadline, type RepairCase, type RepairEvent, replay, secondsUntilAsked } from '@chengxin/repair';
import { type CaseEventRow, type EventActor } from './case-event.row.js';
import { type CaseRow } from './case.row.js';

/** A case together with the rows it was replayed from. */
export type StoredCase = { caseId: string; kase: RepairCase; rows: readonly CaseEventRow[] };

/** What a row of the history says besides its event. */
export type Circumstances = { caseId: string; actor: EventActor | null; lawDigest: string; knownAt: Date };

/** The case that a history tells; the rows in their order. Throws a RangeError for an empty one. */
export function storedCase(caseId: string, rows: readonly CaseEventRow[]): StoredCase {
  return { caseId, kase: replay(rows.map(({ event }) => event)), rows };
}

/** The rows that add these events to a history of so many. */
export function rowsOf(events: readonly RepairEvent[], held: number, circumstances: Circumstances): CaseEventRow[] {
  return events.map((event, index) => ({ ...circumstances, event, position: held + index + 1 }));
}

/** Who acts, for the history: identifiers only, the name stays out. */
export function eventActor({ subject, role, unit }: Actor): EventActor {
  return { subject, role, ...(unit ? { unit } : {}) };
}

/** The row of the list: nothing but what the history tells. */
export function listRow({ caseId, kase, rows }: StoredCase, law: Law): CaseRow {
  const { caseNumber, status, creditCode, recordId, item, determiningUnit, minor, filedOn } = kase;
  const due = nextDeadline(kase, law);
  return {
    caseId,
    version: rows.length,
    caseNumber,
    status,
    creditCode,
    recordId,
    item,
    determiningUnitCode: determiningUnit.code,
    determiningUnitName: determiningUnit.name,
    minor,
    filedOn,
    dueOn: due?.dueOn ?? null,
    dueProvisional: due?.provisional ?? false,
    askAt: status === 'approved' ? askAt(kase, rows) : null,
  };
}

const WAIT_BEGINS: readonly RepairEvent['type'][] = ['case-approved', 'case-effects-awaited'];

/** When missing receipts are asked for: counted from the approval, or from when they were last asked for. */
function askAt({ asked }: RepairCase, rows: readonly CaseEventRow[]): Date | null {
  const began = rows.findLast(({ event }) => WAIT_BEGINS.includes(event.type));
  return began ? new Date(began.knownAt.getTime() + secondsUntilAsked(asked) * 1000) : null;
}

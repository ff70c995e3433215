import { addWorkingDays, type LocalDate, workingDaysBetween } from '@chengxin/kernel';
import { type ClockName, type Law } from '@chengxin/law';
import { type RepairCase } from './case.js';

/** The last day for a step, in working days from the day before it began; provisional while a year on the way has no notice. */
export type Deadline = { clock: ClockName; dueOn: LocalDate; provisional: boolean; workingDays: number; entry: string; source: string };

/** The deadlines of a case: `preCheck` is the city's own promise, the others are the law's. */
export type Deadlines = { preCheck: Deadline; acceptance: Deadline; decision: Deadline; overall: Deadline };

/** A deadline as it runs: still open or passed open; kept or missed when the step was done; stopped when the case ended before it. */
export type CaseClock = Deadline & {
  state: 'running' | 'overdue' | 'kept' | 'missed' | 'stopped';
  doneOn?: LocalDate;
  /** Working days from today through the last day while it runs; negative when overdue. */
  workingDaysLeft?: number;
};

/** The two clocks of a case side by side, and the overall one behind them. */
export type CaseClocks = { city: CaseClock; legal: CaseClock; overall: CaseClock };

type Began = Pick<RepairCase, 'filedOn'> & { acceptedOn?: LocalDate };

/**
 * The deadlines of a case, under the entries in force when it was filed. The pre-check, the acceptance and the overall
 * answer count from the filing, the decision from the acceptance (before it, from the last day for it).
 * Source: 信用修复管理办法 第三章 (3, 7 and 10 working days); the pre-check is the city's own promise beside the legal three.
 */
export function deadlines({ filedOn, acceptedOn }: Began, law: Law): Deadlines {
  const due = (clock: ClockName, from: LocalDate): Deadline => {
    const { id, source, workingDays } = law.clock(clock, filedOn);
    const { date, provisional } = addWorkingDays(law.calendar, from, workingDays);
    return { clock, dueOn: date, provisional, workingDays, entry: id, source };
  };
  const acceptance = due('repair-acceptance', filedOn);
  return {
    preCheck: due('repair-pre-check', filedOn),
    acceptance,
    decision: due('repair-decision', acceptedOn ?? acceptance.dueOn),
    overall: due('repair-feedback', filedOn),
  };
}

/** The clocks of a case as they stand on a business day. The legal one is that of the determining unit's present step. */
export function clocks(kase: RepairCase, law: Law, on: LocalDate): CaseClocks {
  const { preCheck, acceptance, decision, overall } = deadlines({ ...kase, acceptedOn: acceptedOn(kase) }, law);
  const show = (deadline: Deadline, doneOn: LocalDate | undefined) => asClock(deadline, { doneOn, endedOn: kase.endedOn }, law, on);
  return {
    city: show(preCheck, kase.preCheckedOn),
    legal: acceptedOn(kase) ? show(decision, kase.decidedOn) : show(acceptance, kase.answeredOn),
    overall: show(overall, kase.status === 'not-accepted' ? kase.answeredOn : kase.decidedOn),
  };
}

/** The deadline of the step that the case now waits for; none once it is decided or ended. */
export function nextDeadline(kase: RepairCase, law: Law): Deadline | undefined {
  const due = deadlines({ ...kase, acceptedOn: acceptedOn(kase) }, law);
  if (kase.status === 'filed') return due.preCheck;
  if (kase.status === 'pre-checked') return due.acceptance;
  return kase.status === 'accepted' ? due.decision : undefined;
}

/** The day of acceptance: the determining unit answered, and the case did not end with that. */
function acceptedOn({ answeredOn, status }: RepairCase): LocalDate | undefined {
  return status === 'not-accepted' ? undefined : answeredOn;
}

type Course = { doneOn: LocalDate | undefined; endedOn: LocalDate | undefined };

function asClock(deadline: Deadline, { doneOn, endedOn }: Course, law: Law, on: LocalDate): CaseClock {
  const { dueOn } = deadline;
  if (doneOn) return { ...deadline, doneOn, state: doneOn <= dueOn ? 'kept' : 'missed' };
  if (endedOn) return { ...deadline, state: 'stopped' };
  const workingDaysLeft = workingDaysBetween(law.calendar, on, dueOn).days;
  return { ...deadline, state: on <= dueOn ? 'running' : 'overdue', workingDaysLeft };
}

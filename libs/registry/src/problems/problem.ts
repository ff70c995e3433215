import { accept, type LocalDate, refuse, type Result, target } from '@chengxin/kernel';
import type { BoundedFault, CatalogueItem, Law } from '@chengxin/law';
import type { Text } from '../reading/fault.js';
import { PROBLEM_TRANSITIONS, type ProblemAction, type ProblemStatus } from './transitions.js';

/** What a problem is about: a share beyond its bound, a report that did not come, or something that a person has found. */
export type ProblemFault = BoundedFault | 'report-overdue' | 'other';

/** A problem as a rule finds it: what is at fault, said in both languages, and the entry that says so. */
export type FoundProblem = { fault: Exclude<ProblemFault, 'other'>; description: Text; entry: string };

/** Why something cannot be done about a problem. */
export type ProblemRefusal = { code: 'registry.problem-action-not-allowed'; status: ProblemStatus };

/** What a source's month on one item holds, as far as problems arise from it. */
export type MonthOfSource = { rows: number; refused: number; onTime: number; late: number };

/** The status of a problem after an action; refused when the table has no way there. */
export function act(status: ProblemStatus, action: ProblemAction): Result<ProblemStatus, ProblemRefusal> {
  const next = target(PROBLEM_TRANSITIONS, status, action);
  return next ? accept(next) : refuse({ code: 'registry.problem-action-not-allowed', status });
}

/** The problems that a month of a source shows on a day: each share that is beyond its bound. */
export function problemsIn({ rows, refused, onTime, late }: MonthOfSource, law: Law, on: LocalDate): FoundProblem[] {
  const shares: [BoundedFault, number, number, Text][] = [
    ['late-records', late, onTime + late, { zh: '逾期报送的记录', en: 'records reported late' }],
    ['refused-rows', refused, rows, { zh: '被退回的行', en: 'rows refused' }],
  ];
  return shares.flatMap(([fault, part, whole, what]) => {
    const { id: entry, percent, least } = law.qualityBound(fault, on);
    if (part < least || part * 100 <= whole * percent) return [];
    const zh = `本月${whole}条中有${part}条${what.zh}，超过${percent}%`;
    return [{ fault, description: { zh, en: `${part} of ${whole} this month are ${what.en}, more than ${percent} %` }, entry }];
  });
}

/** The problem of a report that did not come through its last day. */
export function reportOverdue(item: CatalogueItem, dueOn: LocalDate): FoundProblem {
  const zh = `${item.name.zh}应于${dueOn}前报送，至今未报（无新数据也须报告）`;
  const en = `${item.name.en}: a report was due by ${dueOn} and has not come (with nothing new, that is reported)`;
  return { fault: 'report-overdue', description: { zh, en }, entry: item.id };
}

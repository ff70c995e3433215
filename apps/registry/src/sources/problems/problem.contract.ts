import {
  SourceProblemAnsweredV1,
  SourceProblemClosedV1,
  type SourceProblemFact,
  SourceProblemOpenedV1,
  SourceProblemStruckOffV1,
} from '@chengxin/contracts';
import type { OutgoingEvent } from '@chengxin/messaging';
import type { ProblemEventRow, ProblemRow } from './problem.row.js';

/** What is announced of a problem once something has happened to it. */
export function problemEvent(problem: ProblemRow, event: ProblemEventRow): OutgoingEvent {
  const { id: problemId, unitCode: code, unitName: name, item } = problem;
  const fact = { problemId, unit: { code, name }, item, version: event.position, knownAt: event.knownAt.toISOString() };
  return { key: code, ...said(fact, problem, event) };
}

function said(
  fact: SourceProblemFact,
  { fault, description, entry, openedOn }: ProblemRow,
  { status, words, on }: ProblemEventRow,
): Pick<OutgoingEvent, 'contract' | 'data'> {
  switch (status) {
    case 'open': {
      const described = { fault, descriptionZh: description.zh, descriptionEn: description.en, ...(entry !== null && { entry }) };
      return { contract: SourceProblemOpenedV1, data: { ...fact, ...described, openedOn } };
    }
    case 'answered':
      return { contract: SourceProblemAnsweredV1, data: { ...fact, answer: words, answeredOn: on } };
    case 'closed':
      return { contract: SourceProblemClosedV1, data: { ...fact, reason: words, closedOn: on } };
    case 'struck-off':
      return { contract: SourceProblemStruckOffV1, data: { ...fact, reason: words, struckOffOn: on } };
  }
}

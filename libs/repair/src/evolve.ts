import { target } from '@chengxin/kernel';
import { type RepairCase, type RepairEvent } from './case.js';
import { type Action, INITIAL, type Status, TRANSITIONS } from './transitions.js';

type Later = Exclude<RepairEvent, { type: 'case-filed' }>;

/** The action that each event is the trace of. */
const ACTION_OF: Record<Later['type'], Action> = {
  'case-pre-checked': 'pre-check',
  'case-accepted': 'accept',
  'case-not-accepted': 'not-accept',
  'case-approved': 'approve',
  'case-refused': 'refuse',
  'case-withdrawn': 'withdraw',
  'receipt-received': 'receive',
  'case-effects-awaited': 'await-effects',
  'case-closed': 'close',
};

/**
 * The case after an event.
 * @param kase the case before; undefined before its filing
 * @throws RangeError when the event cannot follow on the case: such a history was not written by us
 */
export function evolve(kase: RepairCase | undefined, event: RepairEvent): RepairCase {
  if (event.type === 'case-filed') {
    if (kase) throw new RangeError('a case is filed once');
    return { ...event.filing, status: INITIAL, filedOn: event.on, filedBy: event.by, receipts: [], asked: 0 };
  }
  if (!kase) throw new RangeError(`${event.type} before the case was filed`);
  return { ...kase, ...changes(kase, event), status: next(kase.status, event.type) };
}

/**
 * The case that a whole history tells.
 * @throws RangeError when the history is empty or in a wrong order
 */
export function replay(events: readonly RepairEvent[]): RepairCase {
  const kase = events.reduce<RepairCase | undefined>(evolve, undefined);
  if (!kase) throw new RangeError('a case without a history');
  return kase;
}

function next(status: Status, type: Later['type']): Status {
  const reached = target(TRANSITIONS, status, ACTION_OF[type]);
  if (!reached) throw new RangeError(`${type} cannot follow on ${status}`);
  return reached;
}

function changes(kase: RepairCase, event: Later): Partial<RepairCase> {
  switch (event.type) {
    case 'case-pre-checked':
      return { preCheckedOn: event.on };
    case 'case-accepted':
      return { answeredOn: event.on };
    case 'case-not-accepted':
      return { answeredOn: event.on, endedOn: event.on };
    case 'case-approved':
      return { decidedOn: event.on };
    case 'case-refused':
      return { decidedOn: event.on, endedOn: event.on };
    case 'receipt-received':
      return { receipts: [...kase.receipts, event.receipt] };
    case 'case-effects-awaited':
      return { asked: event.attempt };
    case 'case-withdrawn':
    case 'case-closed':
      return { endedOn: event.on };
  }
}

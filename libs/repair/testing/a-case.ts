import { type LocalDate, localDate } from '@chengxin/kernel';
import {
  type Matter,
  RECEIPT_NAMES,
  type Receipt,
  type ReceiptName,
  replay,
  type RepairCase,
  type RepairEvent,
  type Status,
} from '../src/index.js';
import { aRecord } from './a-record.js';

/** A whole commitment, made on 2026-08-12. */
export const COMMITMENT = {
  matter: '信用修复',
  content: '所提交材料真实、合法、有效，已纠正失信行为并履行义务',
  liability: '如有违背，自愿承担相应法律责任',
  madeOn: localDate('2026-08-12'),
  openness: 'public' as const,
};

/** That the duties of `aRecord` were met on 2026-06-01. */
export const FULFILMENT = { fulfilledOn: localDate('2026-06-01'), what: '罚款已全部缴纳', proof: '非税收入缴款书 0001' };

/** `aRecord`, an agent of its enterprise who is also an officer of its determining unit, and a whole commitment. */
export function aMatter(changes: Partial<Matter> = {}): Matter {
  const record = changes.record ?? aRecord();
  const by = { subject: 'someone', unit: record.determiningUnit.code, enterprises: [record.creditCode] };
  return { record, by, commitment: COMMITMENT, ...changes };
}

/** The receipt of this name. */
export function aReceipt(name: ReceiptName): Receipt {
  const digit = RECEIPT_NAMES.indexOf(name) + 1;
  return { name, eventId: `0196bd3c-5a00-7000-8000-00000000001${digit}`, at: `2026-08-14T02:00:0${digit}.000Z` };
}

/** The shortest history that leads a case to the status, all on one day (2026-08-12). */
export function aHistory(status: Status, on: LocalDate = localDate('2026-08-12')): RepairEvent[] {
  const { creditCode, recordId, item, determiningUnit, publicity } = aRecord();
  const filing = { caseNumber: 'XF20260812AAAAAAAAAAAAAAAA', creditCode, recordId, item, determiningUnit, minor: false };
  const filed: RepairEvent = {
    type: 'case-filed',
    on,
    by: 'someone',
    filing: { ...filing, commitment: COMMITMENT, entries: publicity.entries },
  };
  const preChecked: RepairEvent = {
    type: 'case-pre-checked',
    on,
    note: '材料齐全',
    forwardedTo: determiningUnit,
    dueOn: { city: on, legal: on },
  };
  const accepted: RepairEvent = { type: 'case-accepted', on, decisionDueOn: on };
  const approved: RepairEvent = { type: 'case-approved', on, unit: determiningUnit, ground: 'publicity-served', fulfilment: FULFILMENT };
  const receipts = RECEIPT_NAMES.map(aReceipt);
  const received = receipts.map((receipt): RepairEvent => ({ type: 'receipt-received', on, receipt }));
  const histories: Record<Status, RepairEvent[]> = {
    filed: [filed],
    'pre-checked': [filed, preChecked],
    'not-accepted': [filed, preChecked, { type: 'case-not-accepted', on, reason: '材料不全' }],
    accepted: [filed, preChecked, accepted],
    approved: [filed, preChecked, accepted, approved],
    refused: [filed, preChecked, accepted, { type: 'case-refused', on, reason: '义务未履行', article: '信用修复管理办法 第三章' }],
    withdrawn: [filed, { type: 'case-withdrawn', on, reason: '申请人撤回' }],
    closed: [filed, preChecked, accepted, approved, ...received, { type: 'case-closed', on, receipts }],
  };
  return histories[status];
}

/** The case in that status. */
export function aCase(status: Status = 'filed'): RepairCase {
  return replay(aHistory(status));
}

import { type RefusalTable } from '@chengxin/platform';
import { type Refusal } from '@chengxin/repair';

/** What the service refuses itself, before a rule is asked: what is named is not there. */
export type Unknown = { code: 'repair.record-unknown'; recordId: string } | { code: 'repair.case-unknown'; caseId: string };

/** Every refusal has an HTTP status and its texts; a new one does not compile until it is listed here. */
export const REFUSALS: RefusalTable<(Refusal | Unknown)['code']> = {
  'repair.record-unknown': { status: 404, zh: '没有编号为 {recordId} 的信用记录', en: 'There is no record {recordId}' },
  'repair.case-unknown': { status: 404, zh: '没有编号为 {caseId} 的修复申请', en: 'There is no repair case {caseId}' },
  'repair.action-not-allowed': {
    status: 409,
    zh: '申请当前状态为 {status}，不能进行 {action}；可以进行：{allowed}',
    en: 'The case is {status}; {action} is not allowed, but: {allowed}',
  },
  'repair.case-open': { status: 409, zh: '该记录已有在办申请 {caseNumber}', en: 'Case {caseNumber} is running on this record' },
  'repair.other-enterprise': {
    status: 403,
    zh: '您不是该企业（{creditCode}）的经办人',
    en: 'You are no agent of this enterprise ({creditCode})',
  },
  'repair.other-unit': { status: 403, zh: '谁认定、谁修复：只有 {name} 可以办理', en: 'Who determined, repairs: only {name} may answer' },
  'repair.record-not-repairable': { status: 422, zh: '该记录不能修复（{reason}）', en: 'This record cannot be repaired ({reason})' },
  'repair.publicity-running': {
    status: 422,
    zh: '最短公示期至 {endsOn} 24 时，自 {notBefore} 起可以申请',
    en: 'The minimum publicity runs through {endsOn}; file from {notBefore} on',
  },
  'repair.commitment-incomplete': { status: 422, zh: '信用承诺书缺少：{missing}', en: 'The commitment lacks: {missing}' },
  'repair.obligations-open': {
    status: 422,
    zh: '尚不能确认已纠正失信行为并履行义务（{reason}）',
    en: 'It is not established that the duties are met ({reason})',
  },
};

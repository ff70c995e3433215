import { type LocalDate, refuse, type Result } from '@chengxin/kernel';
import { type CaseNumberFault, type Law, parseCaseNumber, type PurposeEntry, type PurposeRefusal } from '@chengxin/law';
import { InvalidRequest, type RequestFault } from '../problems/invalid-request.js';
import type { Actor } from './actor.js';
import type { StatedPurpose } from './look.js';

/** The headers in which a reader says why it looks; Node gives the text of several of one name as one. */
export type PurposeHeaders = Readonly<Record<string, string | string[] | undefined>>;

type Texts = Pick<RequestFault, 'zh' | 'en'>;

const ENCODED = 'Case-Number: %E6%BE%84%E9%87%87%E3%80%942026%E3%80%9515%E5%8F%B7';

const OF_CASE_NUMBER: Record<CaseNumberFault['code'], Texts> = {
  'case-number.encoding': {
    zh: `不是百分号编码的 UTF-8；应如 ${ENCODED}`,
    en: `is not percent-encoded UTF-8; write it like ${ENCODED}`,
  },
  'case-number.blank': { zh: '办件编号不能为空', en: 'must not be blank: it is the number of your own case' },
  'case-number.length': { zh: '办件编号不能超过 64 个字符', en: 'must have at most 64 characters' },
  'case-number.character': { zh: '办件编号不能含控制字符等不可见字符', en: 'must not hold control or other unseen characters' },
};

const WRONG_PURPOSE: Record<PurposeRefusal['code'], readonly [zh: string, en: string]> = {
  'purpose.unknown': ['没有这一查询目的', 'is no purpose of this platform'],
  'purpose.not-of-role': ['该查询目的不对您的身份开放', 'is a purpose that is not open to your role'],
};

const MISSING = {
  purpose: { zh: '提供 Case-Number 时须同时提供 Purpose（查询目的代码）', en: 'is required with Case-Number: the code of a purpose' },
  'case-number': { zh: '提供 Purpose 时须同时提供 Case-Number（办件编号）', en: 'is required with Purpose: the number of your own case' },
} as const;

const fault = (header: keyof typeof MISSING, rule: string, texts: Texts): RequestFault => ({
  in: 'header',
  pointer: `/${header}`,
  rule,
  ...texts,
});

/**
 * What the headers state; undefined when they state nothing. Throws 400 with every fault: a header without the other, a purpose that
 * nobody knows or that is not open to the role, a case number that cannot be read.
 */
export function statedPurpose(headers: PurposeHeaders, { role }: Actor, law: Law, on: LocalDate): StatedPurpose | undefined {
  const { ['purpose']: code, ['case-number']: sent } = headers;
  if (code === undefined && sent === undefined) return undefined;
  const purpose = code === undefined ? refuse(fault('purpose', 'isDefined', MISSING.purpose)) : purposeOf(String(code), role, law, on);
  const number = sent === undefined ? refuse(fault('case-number', 'isDefined', MISSING['case-number'])) : caseNumberOf(String(sent));
  if (purpose.ok && number.ok) return { purpose: purpose.value, caseNumber: number.value };
  throw new InvalidRequest([purpose, number].flatMap((read) => (read.ok ? [] : [read.refusal])));
}

function purposeOf(code: string, role: Actor['role'], law: Law, on: LocalDate): Result<PurposeEntry, RequestFault> {
  const purpose = law.purpose(code, role, on);
  if (purpose.ok) return purpose;
  const rule = purpose.refusal.code;
  const [zh, en] = WRONG_PURPOSE[rule];
  const codes = law
    .purposes(role, on)
    .map((open) => open.code)
    .join(', ');
  return refuse(fault('purpose', rule, { zh: `${zh}；可用的有：${codes || '无'}`, en: `${en}; yours are: ${codes || 'none'}` }));
}

function caseNumberOf(sent: string): Result<string, RequestFault> {
  const number = parseCaseNumber(sent);
  return number.ok ? number : refuse(fault('case-number', number.refusal.code, OF_CASE_NUMBER[number.refusal.code]));
}

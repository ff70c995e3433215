import { type RepairRecord } from './case.js';
import { NAMED_KINDS } from './rules/record-repairable.js';

/** What shows that a condition is met or not, in Chinese and in English. */
export type Proof = { zh: string; en: string };

const STANDING = {
  current: { zh: '有效', en: 'current' },
  repaired: { zh: '已修复', en: 'repaired' },
  annulled: { zh: '已撤销', en: 'annulled' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** Kind of dishonesty and standing of the record. */
export function repairable({ item, polarity, standing }: RepairRecord): Proof {
  if (polarity !== 'adverse') return { zh: '不属于失信信息', en: 'no record of dishonesty' };
  const kind = NAMED_KINDS[item];
  const { zh, en } = STANDING[standing];
  return kind ? { zh: `${kind}，${zh}`, en: `${item}, ${en}` } : { zh: '办法未列明的信息', en: `${item} is not named by the measures` };
}

/** The case that runs on the record, if any. */
export function openCase(caseNumber: string | undefined): Proof {
  if (caseNumber === undefined) return { zh: '无在办申请', en: 'no case is running' };
  return { zh: `在办申请 ${caseNumber}`, en: `case ${caseNumber} is running` };
}

/** The end of the minimum publicity with the entries it was computed from. */
export function publicity({ class: kind, decidedOn, publicity: { minimumUntil, entries } }: RepairRecord): Proof {
  const by = entries.join(', ');
  if (kind === 'minor') return { zh: `轻微失信信息，无最短公示期（${by}）`, en: `minor, without a minimum (${by})` };
  if (minimumUntil === undefined) return { zh: `无最短公示期（${by}）`, en: `without a minimum (${by})` };
  return {
    zh: `决定日期 ${decidedOn}，最短公示期至 ${minimumUntil} 24 时（${by}）`,
    en: `decided on ${decidedOn}, minimum through ${minimumUntil} (${by})`,
  };
}

/** The fulfilment that is on record, if any. */
export function obligations({ fulfilment }: RepairRecord): Proof {
  if (!fulfilment)
    return {
      zh: '尚无履行情况，须由认定单位确认',
      en: 'fulfilment is not known; the determining unit states it at the latest with its approval',
    };
  const { fulfilledOn, proof } = fulfilment;
  return { zh: `${fulfilledOn} 履行完毕，证明：${proof}`, en: `fulfilled on ${fulfilledOn}, proved by ${proof}` };
}

/** The commitment comes with the filing. */
export function commitment(): Proof {
  return { zh: '提交申请时作出', en: 'to be given with the filing' };
}

import { Injectable, type PipeTransform } from '@nestjs/common';
import { type CreditCode, type CreditCodeFault, parseCreditCode } from '@chengxin/kernel';
import { InvalidRequest } from '../problems/invalid-request.js';
import type { Texts } from '../validation/rule-texts.js';

const TEXTS: Record<CreditCodeFault['code'], (fault: CreditCodeFault) => Texts> = {
  'credit-code.length': () => ({ zh: '统一社会信用代码须为18位', en: 'a unified social credit code has 18 characters' }),
  'credit-code.character': ({ position }) => ({ zh: `第${position}位不是允许的字符`, en: `position ${position} is no allowed character` }),
  'credit-code.authority': () => ({ zh: '第1位不是登记管理部门代码', en: 'position 1 names no registration authority' }),
  'credit-code.kind': () => ({ zh: '第2位不是该部门的机构类别', en: 'position 2 is no kind of that authority' }),
  'credit-code.organisation-check': ({ expected }) => ({
    zh: `第17位校验码应为 ${expected}`,
    en: `the check at position 17 should be ${expected}`,
  }),
  'credit-code.check': ({ expected }) => ({ zh: `第18位校验码应为 ${expected}`, en: `the check at position 18 should be ${expected}` }),
};

/** Reads a credit code from a path, `@Param('code', CreditCodePipe)`, in its normal form. Throws 400 with the failing position. */
@Injectable()
export class CreditCodePipe implements PipeTransform<string, CreditCode> {
  transform(text: string): CreditCode {
    const parsed = parseCreditCode(text);
    if (parsed.ok) return parsed.value;
    const { code } = parsed.refusal;
    throw new InvalidRequest([{ in: 'path', pointer: '/code', rule: code, ...TEXTS[code](parsed.refusal) }]);
  }
}

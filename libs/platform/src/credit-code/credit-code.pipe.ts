import { Injectable, type PipeTransform } from '@nestjs/common';
import { type CreditCode, parseCreditCode } from '@chengxin/kernel';
import { CREDIT_CODE_REFUSALS } from '../problems/credit-code-refusals.js';
import { InvalidRequest } from '../problems/invalid-request.js';
import { problem } from '../problems/refused-problem.js';

/** Reads a credit code from a path, `@Param('code', CreditCodePipe)`, in its normal form. Throws 400 with the failing position. */
@Injectable()
export class CreditCodePipe implements PipeTransform<string, CreditCode> {
  transform(text: string): CreditCode {
    const parsed = parseCreditCode(text);
    if (parsed.ok) return parsed.value;
    const { code } = parsed.refusal;
    const { texts } = problem(code, { ...parsed.refusal }, CREDIT_CODE_REFUSALS);
    throw new InvalidRequest([{ in: 'path', pointer: '/code', rule: code, ...texts }]);
  }
}

import type { ValidationError } from 'class-validator';
import { brokenRules, type Texts } from '../validation/rule-texts.js';
import { PLATFORM_REFUSALS } from './platform-refusals.js';
import { RefusedProblem } from './refused-problem.js';

/** Where in the request a fault lies. */
export type RequestPart = 'body' | 'query' | 'path' | 'header';

/** One fault of shape: a JSON Pointer (RFC 6901) into that part of the request, the rule and its texts. */
export interface RequestFault extends Texts {
  in: RequestPart;
  pointer: string;
  rule: string;
}

/** Input of the wrong shape: 400, with every fault. */
export class InvalidRequest extends RefusedProblem {
  constructor(readonly errors: RequestFault[]) {
    super('request.invalid', { errors }, PLATFORM_REFUSALS['request.invalid']);
  }
}

const escaped = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1');

/** The JSON Pointer to what lies behind these names. */
export const pointerOf = (names: readonly string[]): string => names.map((name) => `/${escaped(name)}`).join('');

/** The faults that class-validator found, each with its pointer. */
export function faultsOf(errors: readonly ValidationError[], part: RequestPart, above = ''): RequestFault[] {
  return errors.flatMap((error) => {
    const pointer = above + pointerOf([error.property]);
    const own = brokenRules(error).map((broken) => ({ in: part, pointer, ...broken }));
    return [...own, ...faultsOf(error.children ?? [], part, pointer)];
  });
}

import type { Result } from '@chengxin/kernel';
import type { Texts } from '../validation/rule-texts.js';

/** How one refusal is told: its HTTP status and its text in both languages, with `{fact}` where a fact goes. */
export interface Refusal extends Texts {
  status: number;
}

/** Every refusal of a context; a new one does not compile until it is listed. */
export type RefusalTable<Code extends string> = Record<Code, Refusal>;

/** The facts of a refusal: what its texts speak of, and members of the problem document. */
export type Facts = Record<string, unknown>;

const textOf = (value: unknown): string => (Array.isArray(value) ? value.map(textOf).join(', ') : value == null ? '—' : String(value));

const fill = (template: string, facts: Facts): string => template.replace(/\{(\w+)\}/g, (_, name: string) => textOf(facts[name]));

/** A refusal on its way to the caller, answered as `application/problem+json` (RFC 9457). */
export class RefusedProblem extends Error {
  readonly status: number;
  readonly texts: Texts;

  constructor(
    readonly code: string,
    readonly facts: Facts,
    refusal: Refusal,
  ) {
    super(code);
    this.name = 'RefusedProblem';
    this.status = refusal.status;
    this.texts = { zh: fill(refusal.zh, facts), en: fill(refusal.en, facts) };
  }
}

/** Makes the problem of one code of a table, to be thrown. */
export function problem<Code extends string>(code: Code, facts: Facts, table: RefusalTable<Code>): RefusedProblem {
  return new RefusedProblem(code, facts, table[code]);
}

/** The value of an accepted outcome; throws the RefusedProblem of a refused one, whose members other than `code` are its facts. */
export function accepted<T, R extends { code: string }>(outcome: Result<T, R>, table: RefusalTable<R['code']>): T {
  if (outcome.ok) return outcome.value;
  const { code, ...facts } = outcome.refusal;
  throw problem(code as R['code'], facts, table);
}

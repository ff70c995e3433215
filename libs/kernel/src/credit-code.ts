import { bareIdentifier } from './normalise.js';
import { organisationCheck } from './organisation-code.js';
import { KINDS_BY_AUTHORITY, SUBJECT_KINDS, type SubjectKind } from './registration-authorities.js';
import { accept, refuse, type Result } from './result.js';

declare const creditCode: unique symbol;

/** A unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters, upper case, both checks hold. */
export type CreditCode = string & { readonly [creditCode]: true };

/** Why a text is no credit code; `position` is counted from 1 in the text without spaces and hyphens. */
export interface CreditCodeFault {
  code:
    | 'credit-code.length'
    | 'credit-code.character'
    | 'credit-code.authority'
    | 'credit-code.kind'
    | 'credit-code.organisation-check'
    | 'credit-code.check';
  position?: number;
  expected?: string;
  found?: string;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Reads a credit code in any width, case and spacing, hyphens ignored; refuses with the first fault, from the left. */
export function parseCreditCode(text: string): Result<CreditCode, CreditCodeFault> {
  if (isCreditCode(text)) return accept(text);
  const code = bareIdentifier(text);
  const fault = shapeFault(code) ?? authorityFault(code) ?? checkFault(code);
  return fault ? refuse(fault) : accept(code as CreditCode);
}

/** Whether the text is a credit code exactly as it is written: no other width, case or spacing. */
export const isCreditCode = (text: string): text is CreditCode =>
  SHAPE.test(text) && authorityFault(text) === undefined && checkFault(text) === undefined;

/**
 * A credit code from its parts: two characters of authority and kind, six digits of area, eight of the organisation code's body;
 * both check characters are computed. Throws a RangeError when a part is malformed.
 */
export function completeCreditCode(authorityAndKind: string, area: string, organisationBody: string): CreditCode {
  const body = `${authorityAndKind}${area}${organisationBody}${organisationCheck(organisationBody)}`;
  const code = `${body}${checkCharacter(body)}`;
  if (!isCreditCode(code)) throw new RangeError(`not the parts of a credit code: ${authorityAndKind} ${area} ${organisationBody}`);
  return code;
}

/** Who registered the subject (first character), what kind it is and in which area (six digits) it was first registered. */
export const registrationOf = (code: CreditCode): { authority: string; kind: SubjectKind; area: string } => ({
  authority: code.charAt(0),
  kind: SUBJECT_KINDS[code.slice(0, 2)] ?? 'other',
  area: code.slice(2, 8),
});

function shapeFault(code: string): CreditCodeFault | undefined {
  if (code.length !== 18) return { code: 'credit-code.length', expected: '18', found: String(code.length) };
  if (SHAPE.test(code)) return undefined;
  const index = [...code].findIndex((character, at) => (at >= 2 && at < 8 ? !/[0-9]/.test(character) : !ALPHABET.includes(character)));
  return { code: 'credit-code.character', position: index + 1, found: code.charAt(index) };
}

function authorityFault(code: string): CreditCodeFault | undefined {
  const kinds = KINDS_BY_AUTHORITY[code.charAt(0)];
  if (kinds === undefined) return { code: 'credit-code.authority', position: 1, found: code.charAt(0) };
  return kinds.includes(code.charAt(1)) ? undefined : { code: 'credit-code.kind', position: 2, expected: kinds, found: code.charAt(1) };
}

function checkFault(code: string): CreditCodeFault | undefined {
  const organisation = organisationCheck(code.slice(8, 16));
  if (code.charAt(16) !== organisation) {
    return { code: 'credit-code.organisation-check', position: 17, expected: organisation, found: code.charAt(16) };
  }
  const check = checkCharacter(code);
  return code.charAt(17) === check ? undefined : { code: 'credit-code.check', position: 18, expected: check, found: code.charAt(17) };
}

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

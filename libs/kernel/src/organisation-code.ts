import { bareIdentifier } from './normalise.js';
import { accept, refuse, type Result } from './result.js';

declare const organisationCode: unique symbol;

/** An organisation code 组织机构代码 (GB 11714-1997) of nine characters, check character included, without hyphen. */
export type OrganisationCode = string & { readonly [organisationCode]: true };

/** Why a text is no organisation code; `position` is counted from 1 in the text without spaces and hyphens. */
export interface OrganisationCodeFault {
  code: 'organisation-code.length' | 'organisation-code.character' | 'organisation-code.check';
  position?: number;
  expected?: string;
  found?: string;
}

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The check character of eight body characters (0-9, A-Z): `0`-`9` or `X` (GB 11714-1997).
 * Throws a RangeError when the body is anything else.
 */
export function organisationCheck(body: string): string {
  if (!/^[0-9A-Z]{8}$/.test(body)) throw new RangeError(`not the body of an organisation code: ${body}`);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * parseInt(body.charAt(index), 36), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** Reads an organisation code, with or without its hyphen, in any width and case; refuses with the first fault. */
export function parseOrganisationCode(text: string): Result<OrganisationCode, OrganisationCodeFault> {
  const code = bareIdentifier(text);
  if (code.length !== 9) return refuse({ code: 'organisation-code.length', expected: '9', found: String(code.length) });
  const position = code.search(/[^0-9A-Z]/) + 1;
  if (position > 0) return refuse({ code: 'organisation-code.character', position, found: code.charAt(position - 1) });
  const expected = organisationCheck(code.slice(0, 8));
  const found = code.charAt(8);
  return found === expected ? accept(code as OrganisationCode) : refuse({ code: 'organisation-code.check', position: 9, expected, found });
}

import { accept, maskPersonalNumbers, refuse, type Result } from '@chengxin/kernel';

/** More characters than this no case number has. */
export const LONGEST_CASE_NUMBER = 64;

/** What is wrong with a case number as it was sent. */
export type CaseNumberFault =
  | { code: 'case-number.encoding' }
  | { code: 'case-number.blank' }
  | { code: 'case-number.length'; most: number }
  | { code: 'case-number.character' };

const SENDABLE = /^[\x20-\x7e]*$/;
const UNSEEN = /\p{C}/u;

/**
 * The number of the reader's own case (办件编号), from the text of a header: percent-encoded UTF-8. What begins and ends it blank is
 * left out, and citizen and telephone numbers in it are masked, since it is kept in a log. Refuses a text with raw characters beyond
 * ASCII or a broken encoding, a blank one, one of more than 64 characters, and one with control or other characters that are not seen.
 */
export function parseCaseNumber(sent: string): Result<string, CaseNumberFault> {
  const decoded = SENDABLE.test(sent) ? percentDecoded(sent) : undefined;
  if (decoded === undefined) return refuse({ code: 'case-number.encoding' });
  if (UNSEEN.test(decoded)) return refuse({ code: 'case-number.character' });
  const number = decoded.trim();
  if (number === '') return refuse({ code: 'case-number.blank' });
  if ([...number].length > LONGEST_CASE_NUMBER) return refuse({ code: 'case-number.length', most: LONGEST_CASE_NUMBER });
  return accept(maskPersonalNumbers(number));
}

function percentDecoded(sent: string): string | undefined {
  try {
    return decodeURIComponent(sent);
  } catch {
    return undefined; // a lone `%`, or bytes that are no UTF-8
  }
}

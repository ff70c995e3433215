import { type LocalDate } from '@chengxin/kernel';
import { type DomainCode, type EvidenceRecord, type Verdict, type VerificationDomain } from '@chengxin/law';
import { check } from './check.js';

/** What every domain suggests for one enterprise. */
export type Suggestions = Partial<Record<DomainCode, Verdict>>;

/** One domain's suggestion before and after something happened. */
export type SuggestionMove = { domain: DomainCode; before: Verdict; after: Verdict };

/** The suggestion of each of the domains on `on`. */
export function suggestions(evidence: readonly EvidenceRecord[], domains: readonly VerificationDomain[], on: LocalDate): Suggestions {
  return Object.fromEntries(domains.map((domain) => [domain.code, check(evidence, domain, on).suggestion]));
}

/** The domains of both, each with its suggestion before and after; a domain that was not there before suggested `pass`. */
export function moves(before: Suggestions, after: Suggestions): SuggestionMove[] {
  return (Object.keys(after) as DomainCode[]).map((domain) => ({
    domain,
    before: before[domain] ?? 'pass',
    after: after[domain] ?? 'pass',
  }));
}

/** Whether anything moved. */
export const moved = (all: readonly SuggestionMove[]): boolean => all.some(({ before, after }) => before !== after);

import { accept, addDays, type LocalDate, refuse, type Result } from '@chengxin/kernel';
import { type EvidenceRecord, type Role, type Verdict, type VerificationDomain } from '@chengxin/law';
import { check, type Finding, type Hit } from './check.js';

/** Why nothing can be said: our copy is being rebuilt or behind, an event of this enterprise is parked, or nobody registered the code. */
export type Doubt = 'rebuilding' | 'behind' | 'parked' | 'subject-unknown';

/** The answer to a department. Unknown is never shown as clear: with a doubt there is no finding. */
export type Answer = {
  suggestion: Verdict | 'unknown';
  because?: Doubt;
  hits: readonly Hit[];
  entry: string;
  /** The last day on which the answer may be used; absent when it is unknown. */
  validUntil?: LocalDate;
};

/** Why a question is not answered: the domain is not in force, or not open to the asker. */
export type Refusal =
  | { code: 'verification.domain-unknown'; domain: string }
  | { code: 'verification.domain-not-yours'; domain: string; roles: readonly Role[] };

/** Whether this role may put the question of the domain. Refuses with the roles that may. */
export function mayAsk(domain: VerificationDomain | undefined, code: string, role: string): Result<VerificationDomain, Refusal> {
  if (!domain) return refuse({ code: 'verification.domain-unknown', domain: code });
  const { roles } = domain.askedBy;
  if (!roles.some((asker) => asker === role)) return refuse({ code: 'verification.domain-not-yours', domain: code, roles });
  return accept(domain);
}

/**
 * The answer of a domain on a day.
 * @param doubt what stands in the way of an answer, if anything does
 */
export function answer(evidence: readonly EvidenceRecord[], domain: VerificationDomain, on: LocalDate, doubt?: Doubt): Answer {
  if (doubt) return { suggestion: 'unknown', because: doubt, hits: [], entry: domain.id };
  const { suggestion, hits, entry }: Finding = check(evidence, domain, on);
  return { suggestion, hits, entry, validUntil: addDays(on, domain.validityDays) };
}

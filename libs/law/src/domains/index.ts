export {
  type DomainCode,
  type DomainExample,
  type DomainRule,
  type EvidenceRecord,
  type EvidenceState,
  type Suggestion,
  type VerificationDomain,
  type Verdict,
} from './domain.js';
export { DOMAINS } from './domains.js';
export { type Measure } from './measures.js';

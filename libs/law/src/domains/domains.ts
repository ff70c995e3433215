import { ADMINISTRATIVE_APPROVAL } from './administrative-approval.js';
import { APPOINTMENT } from './appointment.js';
import { BIDDING } from './bidding.js';
import { type DomainCode, type VerificationDomain } from './domain.js';
import { FINANCING_AND_INVESTMENT } from './financing-and-investment.js';
import { FISCAL_FUNDS } from './fiscal-funds.js';
import { GOVERNMENT_PROCUREMENT } from './government-procurement.js';
import { HONOURS_AND_AWARDS } from './honours-and-awards.js';
import { LAND_AND_STATE_PROPERTY } from './land-and-state-property.js';
import { PREFERENTIAL_POLICY } from './preferential-policy.js';
import { QUALIFICATION } from './qualification.js';

/** The whole list, each domain with its editions. Leaving one out, or inventing one, does not compile. */
const EDITIONS = {
  'administrative-approval': ADMINISTRATIVE_APPROVAL,
  'government-procurement': [GOVERNMENT_PROCUREMENT],
  bidding: [BIDDING],
  'fiscal-funds': FISCAL_FUNDS,
  'honours-and-awards': HONOURS_AND_AWARDS,
  qualification: [QUALIFICATION],
  'land-and-state-property': [LAND_AND_STATE_PROPERTY],
  'preferential-policy': [PREFERENTIAL_POLICY],
  appointment: [APPOINTMENT],
  'financing-and-investment': [FINANCING_AND_INVESTMENT],
} satisfies Record<DomainCode, readonly VerificationDomain[]>;

/** The ten domains of credit verification, edition by edition. */
export const DOMAINS: readonly VerificationDomain[] = Object.values(EDITIONS).flat();

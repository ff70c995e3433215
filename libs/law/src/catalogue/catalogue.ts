import { ADMINISTRATIVE_ACT, ADMINISTRATIVE_COMPULSION, ADMINISTRATIVE_INSPECTION, ADMINISTRATIVE_REWARD } from './administration.js';
import { BROKEN_COMMITMENT, CREDIT_COMMITMENT } from './commitments.js';
import { CONTRACT_PERFORMANCE, PAYMENT_ARREARS } from './contracts.js';
import { HONOUR } from './honour.js';
import { INTELLECTUAL_PROPERTY, INTELLECTUAL_PROPERTY_INFRINGEMENT } from './intellectual-property.js';
import { type CatalogueItem, type ItemCode } from './item.js';
import { CONSUMPTION_RESTRICTION, ENFORCEMENT, JUDGMENT } from './judicial.js';
import { LICENCE } from './licence.js';
import { ABNORMAL_OPERATION, SERIOUS_DISHONESTY } from './listings.js';
import { PENALTY } from './penalty.js';
import { COMPLIANCE_FACT, DEPARTMENT_RATING, PROFESSIONAL_QUALIFICATION, TAX_ABNORMAL, VOLUNTEERED_FACT } from './standing.js';
import { SUBJECT_REGISTER } from './subject-register.js';

/** The whole list, each item with its editions, by category. Leaving one out, or inventing one, does not compile. */
const EDITIONS = {
  'subject-register': [SUBJECT_REGISTER],
  judgment: [JUDGMENT],
  enforcement: [ENFORCEMENT],
  'consumption-restriction': [CONSUMPTION_RESTRICTION],
  licence: [LICENCE],
  penalty: PENALTY,
  'administrative-compulsion': [ADMINISTRATIVE_COMPULSION],
  'administrative-inspection': [ADMINISTRATIVE_INSPECTION],
  'administrative-reward': [ADMINISTRATIVE_REWARD],
  'administrative-act': [ADMINISTRATIVE_ACT],
  'professional-qualification': [PROFESSIONAL_QUALIFICATION],
  'abnormal-operation': [ABNORMAL_OPERATION],
  'tax-abnormal': [TAX_ABNORMAL],
  'serious-dishonesty': SERIOUS_DISHONESTY,
  'contract-performance': [CONTRACT_PERFORMANCE],
  'payment-arrears': [PAYMENT_ARREARS],
  'credit-commitment': [CREDIT_COMMITMENT],
  'broken-commitment': [BROKEN_COMMITMENT],
  'department-rating': [DEPARTMENT_RATING],
  'compliance-fact': [COMPLIANCE_FACT],
  honour: [HONOUR],
  'intellectual-property': [INTELLECTUAL_PROPERTY],
  'intellectual-property-infringement': [INTELLECTUAL_PROPERTY_INFRINGEMENT],
  'volunteered-fact': [VOLUNTEERED_FACT],
} satisfies Record<ItemCode, readonly CatalogueItem[]>;

/** Everything the city collects, item by item and edition by edition. */
export const CATALOGUE: readonly CatalogueItem[] = Object.values(EDITIONS).flat();

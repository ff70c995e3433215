import { HONOUR } from './honour.js';
import { type CatalogueItem } from './item.js';
import { LICENCE } from './licence.js';
import { ABNORMAL_OPERATION, SERIOUS_DISHONESTY } from './listings.js';
import { PENALTY } from './penalty.js';
import { SUBJECT_REGISTER } from './subject-register.js';

/** Everything the city collects, item by item and edition by edition. */
export const CATALOGUE: readonly CatalogueItem[] = [SUBJECT_REGISTER, LICENCE, ...PENALTY, SERIOUS_DISHONESTY, ABNORMAL_OPERATION, HONOUR];

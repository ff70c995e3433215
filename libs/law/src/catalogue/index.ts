export { CATALOGUE } from './catalogue.js';
export { recordOpenness } from './disclosure.js';
export {
  type CatalogueField,
  type CatalogueItem,
  type Category,
  type FieldCondition,
  type FieldType,
  type ItemCode,
  type Openness,
  type Polarity,
} from './item.js';
export { narrowest } from './openness.js';
export { REGISTER_STATES, type RegisterState } from './subject-register.js';

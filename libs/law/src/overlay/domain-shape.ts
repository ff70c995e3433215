import { DOMAINS } from '../domains/index.js';
import { list, object, oneOf, optional, type Shape, text, whole } from './shape.js';

const trueOrAbsent: Shape = (value, at) => (value === undefined || value === true ? [] : [`${at} must be true or absent`]);

const anyObject: Shape = (value, at) => (typeof value === 'object' && value !== null ? [] : [`${at} must be an object`]);

const rule = object({
  code: text,
  items: list(text),
  fromClass: optional(oneOf(['minor', 'general', 'serious'])),
  lookBack: optional(anyObject),
  statutory: trueOrAbsent,
  unmet: trueOrAbsent,
  suggests: oneOf(['caution', 'restrict', 'forbid']),
  basis: text,
  measure: anyObject,
});

/** What a verification domain has beside what every entry has. */
export const verificationDomain = {
  code: oneOf([...new Set(DOMAINS.map((domain) => domain.code))]),
  name: object({ zh: text, en: text }),
  askedBy: object({ roles: list(text), units: list(text) }),
  step: object({ zh: text, en: text }),
  rules: list(rule),
  validityDays: whole(1),
  examples: list(anyObject),
};

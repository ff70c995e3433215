import { CATALOGUE } from '../catalogue/index.js';
import { either, list, object, oneOf, optional, text, whole, yesOrNo } from './shape.js';

const openness = oneOf(['public', 'shared', 'authorised', 'own-unit', 'internal']);

const field = object({
  name: text,
  code: optional(text),
  zh: text,
  synonyms: list(text),
  type: oneOf(['text', 'date', 'integer', 'decimal', 'enum', 'set', 'credit-code', 'citizen-number']),
  length: optional(whole(1)),
  required: either(yesOrNo, object({ when: text, is: list(text) }), 'true, false or a condition { when, is }'),
  values: optional(list(text)),
  otherPrefix: optional(oneOf(['其他-'])),
  openness,
  mask: optional(list(whole(0))),
  personal: optional(yesOrNo),
  unit: optional(oneOf(['ten-thousand-yuan'])),
});

/** What an item of the catalogue has beside what every entry has. */
export const catalogueItem = {
  code: oneOf([...new Set(CATALOGUE.map((item) => item.code))]),
  name: object({ zh: text, en: text }),
  category: whole(1),
  polarity: oneOf(['adverse', 'neutral', 'favourable']),
  openness,
  updateCycleDays: whole(1),
  subjectKinds: optional(list(text)),
  key: list(text),
  fields: list(field),
};

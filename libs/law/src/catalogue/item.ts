import { type SubjectKind } from '@chengxin/kernel';
import { type Entry } from '../entry.js';

/** The items the city collects, each by the same generic path; by category of the national catalogue. */
export type ItemCode =
  | 'subject-register'
  | 'judgment'
  | 'enforcement'
  | 'consumption-restriction'
  | 'licence'
  | 'penalty'
  | 'administrative-compulsion'
  | 'administrative-inspection'
  | 'administrative-reward'
  | 'administrative-act'
  | 'professional-qualification'
  | 'abnormal-operation'
  | 'tax-abnormal'
  | 'serious-dishonesty'
  | 'contract-performance'
  | 'payment-arrears'
  | 'credit-commitment'
  | 'broken-commitment'
  | 'department-rating'
  | 'compliance-fact'
  | 'honour'
  | 'intellectual-property'
  | 'intellectual-property-infringement'
  | 'volunteered-fact';

/**
 * How far an item or one of its fields may travel: 社会公开 (anyone), 政务共享 (departments, for their duty),
 * 授权查询 (with the enterprise's consent), the unit that supplied it, or nobody outside the owning service.
 */
export type Openness = 'public' | 'shared' | 'authorised' | 'own-unit' | 'internal';

/** What a record of the item says about an enterprise: against it, neither, or for it. */
export type Polarity = 'adverse' | 'neutral' | 'favourable';

/** Number of the category in the national basic catalogue of public credit information, edition 2024 (13 categories). */
export type Category = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;

/** How a value is written: `set` is several values separated by `;`, `date` is YYYY/MM/DD or YYYY-MM-DD. */
export type FieldType = 'text' | 'date' | 'integer' | 'decimal' | 'enum' | 'set' | 'credit-code' | 'citizen-number';

/** A condition of another field of the same row; a `set` fulfils it when it holds one of the values. */
export type FieldCondition = { when: string; is: readonly string[] };

/**
 * One column of an item. Found by its official `code`, its official Chinese name `zh` or a synonym; `length` counts
 * characters; `otherPrefix` allows one's own words after it; `mask` is [keep-left, keep-right] for readers whom the
 * openness leaves out; a `personal` field (identity papers of natural persons) never leaves the owning service.
 */
export type CatalogueField = {
  name: string;
  code?: string;
  zh: string;
  synonyms: readonly string[];
  type: FieldType;
  length?: number;
  required: boolean | FieldCondition;
  values?: readonly string[];
  otherPrefix?: '其他-';
  openness: Openness;
  mask?: readonly [number, number];
  personal?: boolean;
  unit?: 'ten-thousand-yuan';
};

/**
 * One item of the catalogue, in force from day to day; `key` names the fields that together identify a record. Where an item
 * has a field `disclosure`, each record says by it how far it goes, within the `openness` of the item.
 */
export type CatalogueItem = Entry & {
  code: ItemCode;
  name: { zh: string; en: string };
  category: Category;
  polarity: Polarity;
  openness: Openness;
  updateCycleDays: number;
  subjectKinds?: readonly SubjectKind[];
  key: readonly string[];
  fields: readonly CatalogueField[];
};

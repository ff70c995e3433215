export { type CaseNumberFault, LONGEST_CASE_NUMBER, parseCaseNumber } from './case-number.js';
export { type PurposeEntry, type PurposeRefusal } from './purpose.js';

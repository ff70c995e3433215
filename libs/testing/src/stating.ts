/** The case number that a test states. */
export const CASE_NUMBER = '澄采〔2026〕15号';

/** The headers of a request that states a purpose, and the number of the reader's own case. */
export const stating = (purpose: string, caseNumber = CASE_NUMBER): Record<string, string> => ({
  purpose,
  'case-number': encodeURIComponent(caseNumber),
});

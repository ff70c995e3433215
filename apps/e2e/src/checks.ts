import { type System } from './system.js';

/** As much of the answer to a check as is looked at. */
export type Check = { suggestion: string; because?: string; hits: { recordId: string }[] };

/** What the procurement officer is told about an enterprise. */
export function check(system: System, creditCode: string): Promise<Check> {
  const question = { domain: 'government-procurement', creditCode, purpose: 'award-of-contract', caseNumber: '澄采〔2026〕15号' };
  return system.gateway.post<Check>('/verifications', question, 'procurement');
}

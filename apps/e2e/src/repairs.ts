import { eventually } from '@chengxin/testing';
import { type System } from './system.js';

/** As much of a repair case as is looked at. */
export type Case = { caseId: string; status: string; version: number; receipts: { name: string; state: string }[] };

/** What can be repaired of an enterprise, and when. */
export type Repairable = { recordId: string; documentNumber: string; class?: string; answer: unknown };

/** The records of an enterprise as its agent sees what it can repair. */
export async function repairable(system: System, creditCode: string): Promise<Repairable[]> {
  const { records } = await system.gateway.get<{ records: Repairable[] }>(`/subjects/${creditCode}/repair-eligibility`, 'enterprise');
  return records;
}

/** What `POST /repair-cases` wants to hear for a record. */
export function filingFor(recordId: string): object {
  return {
    recordId,
    commitment: {
      matter: '行政处罚信息信用修复',
      content: '所交材料真实,义务已经履行',
      liability: '违诺愿承担相应责任',
      madeOn: '2026-05-11',
      openness: 'public',
    },
    contact: { name: '赵示例', telephone: '0999-5550100' },
  };
}

/** Takes a case from its filing to its acceptance. */
export async function acceptedCase(system: System, recordId: string): Promise<Case> {
  const file = () => system.gateway.post<Case>('/repair-cases', filingFor(recordId), 'enterprise');
  const filed = await eventually(file, 'repair to know the record and take the case', 60_000);
  const checked = await step(system, filed, 'pre-check', { note: '材料齐全,转认定单位' }, 'reviewer');
  return step(system, checked, 'acceptance', { accepted: true }, 'officer');
}

/** The determining unit approves an accepted case, and says that the duties are met. */
export function approved(system: System, accepted: Case): Promise<Case> {
  const fulfilment = { fulfilledOn: '2026-05-08', what: '罚款已缴清', proof: '缴款书示例1号' };
  return step(system, accepted, 'approval', { fulfilment }, 'officer');
}

/** A case as it stands. */
export function caseNow(system: System, { caseId }: Pick<Case, 'caseId'>): Promise<Case> {
  return system.gateway.get<Case>(`/repair-cases/${caseId}`, 'enterprise');
}

/** The names of the receipts that a case waits for. */
export const missing = ({ receipts }: Case): string[] => receipts.filter(({ state }) => state === 'missing').map(({ name }) => name);

function step(system: System, { caseId, version }: Case, name: string, body: object, as: string): Promise<Case> {
  return system.gateway.post<Case>(`/repair-cases/${caseId}/${name}`, body, as, { 'if-match': `"${version}"` });
}

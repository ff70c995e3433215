import { type ContractClass } from '@chengxin/contracts';
import { type System } from './system.js';

/** What the audit kept of the events of one contract and key, oldest first. */
export async function said<T extends object>(system: System, contract: ContractClass<T>, key: string): Promise<T[]> {
  const entries = await system.gateway.all<{ data: T }>(`/audit/entries?type=${contract.type}&key=${encodeURIComponent(key)}`, 'auditor');
  return entries.map(({ data }) => data);
}

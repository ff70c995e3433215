import { type ContractClass } from '@chengxin/contracts';
import { stating } from '@chengxin/testing';
import { type System } from './system.js';

/** What the audit kept of the events of one contract and key, oldest first. */
export async function said<T extends object>(system: System, contract: ContractClass<T>, key: string): Promise<T[]> {
  const path = `/audit/entries?type=${contract.type}&key=${encodeURIComponent(key)}`;
  const entries = await system.gateway.all<{ data: T }>(path, 'auditor', stating('audit'));
  return entries.map(({ data }) => data);
}

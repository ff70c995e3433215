import type { CatalogueItem } from '@chengxin/law';
import { fault, type RowFault } from '../fault.js';

/** Which end belongs to which start. */
const SPANS = [
  ['validFrom', 'validUntil'],
  ['decidedOn', 'validUntil'],
  ['decidedOn', 'publicityUntil'],
] as const;

/** No end lies before its start; an end before two starts is one fault. */
export function endAfterStart(fields: Record<string, string>, item: CatalogueItem): RowFault[] {
  const faults: RowFault[] = [];
  for (const [startName, endName] of SPANS) {
    const startsOn = fields[startName];
    const endsOn = fields[endName];
    if (!startsOn || !endsOn || endsOn >= startsOn || faults.some(({ field }) => field?.name === endName)) continue;
    const start = item.fields.find(({ name }) => name === startName);
    const end = item.fields.find(({ name }) => name === endName);
    if (!start || !end) continue;
    faults.push(fault('registry.end-before-start', end, { start: start.zh, startName, startsOn, found: endsOn }));
  }
  return faults;
}

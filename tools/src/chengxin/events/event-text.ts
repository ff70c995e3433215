import { CONTRACTS } from '@chengxin/contracts';

/** An event of the feed as a department gets it (as much as is read here). */
export type FeedEvent = { position: number; type: string; time: string; subject?: string; withheld?: true; data: Record<string, unknown> };

/** What of an event's data is worth a place on its line, where it has it. */
const SHOWN = ['name', 'item', 'documentNumber', 'class', 'grade', 'score', 'caseNumber', 'changed', 'rows', 'accepted', 'refused'];

/** An event on one line: its place, machine time, what it says, of whom, and the first facts. */
export function eventText({ position, time, type, subject = '', withheld, data }: FeedEvent): string {
  const facts = SHOWN.flatMap((name) => (isPlain(data[name]) ? [`${name} ${data[name]}`] : []));
  return [`#${position}`, time, shortType(type), subject, ...(withheld ? ['withheld'] : []), ...facts].join('  ');
}

/** The CloudEvents type for a short name: `record-collected` is `credit.registry.record-collected.v1`. Throws when there is none. */
export function typeOf(name: string): string {
  const contract = CONTRACTS.find(({ type }) => type === name || shortType(type) === name || shortType(type).endsWith(`.${name}`));
  if (!contract) throw new Error(`there is no event type ${name}`);
  return contract.type;
}

const shortType = (type: string): string => type.replace(/^credit\./, '').replace(/\.v\d+$/, '');
const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

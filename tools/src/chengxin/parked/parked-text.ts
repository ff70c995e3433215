import { table } from '../terminal/table.js';

/** A parked message as the list of a service has it. */
export type Parked = {
  id: string;
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  eventId: string | null;
  type: string | null;
  reason: string;
  attempts: number;
  parkedAt: string;
};

/** A parked message with its content: as text where it is one, and as base64. */
export type ParkedMessage = Parked & { value: string | null; bytes: string | null };

const COLUMNS = [
  { title: 'service' },
  { title: 'topic' },
  { title: 'key' },
  { title: 'type' },
  { title: 'parked at' },
  { title: 'tried', numeric: true },
  { title: 'id' },
  { title: 'reason' },
] as const;

/** What is parked as a table. */
export function parkedListText(items: readonly (Parked & { service: string })[]): string {
  if (items.length === 0) return 'nothing is parked';
  const rows = items.map((item) => [
    item.service,
    item.topic,
    item.key ?? '(none)',
    item.type ?? '(unreadable)',
    item.parkedAt,
    item.attempts,
    item.id,
    item.reason,
  ]);
  return table(COLUMNS, rows);
}

/** One message: where it came from, why it is parked, and its content, indented where it is JSON. */
export function parkedText({ value, bytes, ...message }: ParkedMessage): string {
  const lines = Object.entries(message).map(([name, fact]) => `${name.padEnd(10)} ${fact ?? '(none)'}`);
  return [...lines, '', value === null ? '(empty)' : indented(value, bytes)].join('\n');
}

function indented(value: string, bytes: string | null): string {
  try {
    return JSON.stringify(JSON.parse(value), undefined, 2);
  } catch {
    return `${value}\n(base64: ${bytes})`;
  }
}

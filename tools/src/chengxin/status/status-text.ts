import { grouped, table } from '../terminal/table.js';
import { type DistantState } from './elsewhere.js';
import { type Work } from './services.js';

/** How the platform stands: its processes with what is on its way at each, what it holds, memory together, business time. */
export type Status = {
  processes: (DistantState & Partial<Work>)[];
  counts: Record<string, number>;
  memoryMb: number;
  /** the instant and the day of business time */
  businessTime?: string;
  today?: string;
  /** why something above could not be told */
  faults: string[];
};

const COLUMNS = [
  { title: 'process' },
  { title: 'pid', numeric: true },
  { title: 'port', numeric: true },
  { title: 'health' },
  { title: 'MB', numeric: true },
  { title: 'restarts', numeric: true },
  { title: 'to publish', numeric: true },
  { title: 'to consume', numeric: true },
  { title: 'due', numeric: true },
  { title: 'parked', numeric: true },
] as const;

/** The status for a person. */
export function statusText({ processes, counts, memoryMb, businessTime, today, faults }: Status): string {
  const rows = processes.map(({ name, pid, port, health, memoryMb: mb, restarts, unpublished, lag, overdue, parked }) => [
    name,
    plain(pid),
    plain(port),
    health,
    ...[mb, restarts, unpublished, lag, overdue, parked].map((figure) => figure ?? ''),
  ]);
  return [
    table(COLUMNS, rows),
    `memory ${grouped(memoryMb)} MB together, what they share counted once`,
    '',
    Object.entries(counts)
      .map(([name, count]) => `${name} ${grouped(count)}`)
      .join(', '),
    ...(today ? [`business time ${today} (${businessTime})`] : []),
    ...faults,
  ].join('\n');
}

/** Numbers that name something are not grouped. */
const plain = (number: number | undefined): string => (number === undefined ? '' : String(number));

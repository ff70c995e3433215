import { ANNOUNCING_SERVICES } from '@chengxin/contracts';
import { type Gateway } from '../../gateway/gateway.js';

/** What a service says of itself to an operator (as much as is read here); memory in bytes. */
export type ServiceStatus = {
  service: string;
  pid: number;
  memory: number;
  counts: Record<string, number>;
  outbox: { unpublished: number; oldestSeconds: number };
  lag: Record<string, number>;
  parked: Record<string, number>;
  timers: { overdue: number; nextDue?: string };
};

/** What is on its way at a service: events not published, messages not consumed, timers due, messages parked. */
export type Work = { unpublished: number; lag: number; overdue: number; parked: number };

const MAIN_COUNTS: Record<string, string> = {
  subjects: 'registry.subjects',
  records: 'registry.records',
  events: 'audit.entries',
  rated: 'rating.rated',
};

/** The status of every service that answers; `gateway` is an administrator's. */
export async function serviceStatuses(gateway: Gateway): Promise<ServiceStatus[]> {
  const asked = await Promise.allSettled(ANNOUNCING_SERVICES.map((name) => gateway.get<ServiceStatus>(`/operations/${name}/status`)));
  return asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}

/**
 * What the platform holds: subjects and records (registry), events (the audit's entries), rated enterprises; then everything
 * else that a service counts, under `<service>.<name>`. What its service does not tell is left out.
 */
export function countsOf(statuses: readonly ServiceStatus[]): Record<string, number> {
  const all = new Map(
    statuses.flatMap(({ service, counts }) =>
      Object.entries(counts).map(([name, count]): [string, number] => [`${service}.${name}`, count]),
    ),
  );
  const first = Object.entries(MAIN_COUNTS).flatMap(([name, full]) => (all.has(full) ? [[name, all.get(full)]] : []));
  const others = [...all].filter(([full]) => !Object.values(MAIN_COUNTS).includes(full));
  return Object.fromEntries([...first, ...others]) as Record<string, number>;
}

/** What is on its way at a service. */
export function workOf({ outbox, lag, parked, timers }: ServiceStatus): Work {
  return { unpublished: outbox.unpublished, lag: sumOf(lag), overdue: timers.overdue, parked: sumOf(parked) };
}

const sumOf = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

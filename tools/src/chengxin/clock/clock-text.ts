import { grouped } from '../terminal/table.js';

/** A move of business time as the gateway tells of it. */
export type Advance = {
  id: string;
  status: 'running' | 'done' | 'failed';
  from: string;
  to: string;
  reached: string;
  stops: { on: string; at: string; waitedMs: number }[];
  startedAt: string;
  endedAt?: string;
  reason?: string;
};

/** Business time as the gateway knows it. */
export type Clock = {
  today: string;
  now: string;
  machineNow: string;
  offsetSeconds: number;
  demonstration: boolean;
  advance?: Advance;
};

const SHOWN_STOPS = 12;

/** Business time for a person. */
export function clockText({ today, now, machineNow, offsetSeconds, advance }: Clock): string {
  return [
    `business time  ${today}  (${now})`,
    `machine time               (${machineNow}; business time is ${grouped(offsetSeconds)} s from it)`,
    ...(advance?.status === 'running' ? [`it is being moved from ${advance.from} to ${advance.to}; ${advance.reached} is reached`] : []),
  ].join('\n');
}

/** A move that has ended, for a person: where it went, the days of its last stops, how long it took. */
export function advanceText({ status, from, to, reached, stops, startedAt, endedAt, reason }: Advance): string {
  const days = [...new Set(stops.map(({ on }) => on))];
  const left = days.length - SHOWN_STOPS;
  const took = endedAt ? `, ${((Date.parse(endedAt) - Date.parse(startedAt)) / 1000).toFixed(1)} s` : '';
  return [
    `business time ${from} → ${reached} (${stops.length} stops${took})`,
    ...(days.length > 0 ? [`stopped on ${left > 0 ? `${left} days and ` : ''}${days.slice(-SHOWN_STOPS).join(', ')}`] : []),
    ...(status === 'failed' ? [`it did not get to ${to}: ${reason}`] : []),
  ].join('\n');
}

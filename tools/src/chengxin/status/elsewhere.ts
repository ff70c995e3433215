import { SERVICES } from '@chengxin/contracts';
import { type Health, type ProcessState } from './processes.js';
import { type ServiceStatus } from './services.js';

/** A process of a city elsewhere: what can be told of it from outside. */
export type DistantState = Pick<ProcessState, 'name' | 'health'> & Partial<ProcessState>;

type HouseHealth = { details?: Record<string, { status: string }> };

const HEALTH: Partial<Record<string, Health>> = { up: 'ready', degraded: 'degraded' };
const BYTES_PER_MB = 1024 * 1024;

/** The services of a city elsewhere: their health as its gateway sees it, pid and memory as they tell themselves. */
export async function distantStates(url: string, statuses: readonly ServiceStatus[]): Promise<DistantState[]> {
  const health = await houseHealth(url);
  return SERVICES.map((name) => {
    const own = statuses.find(({ service }) => service === name);
    const told = name === 'gateway' ? health && 'up' : health?.details?.[name]?.status;
    return {
      name,
      health: HEALTH[told ?? ''] ?? 'down',
      ...(own && { pid: own.pid, memoryMb: Math.round(own.memory / BYTES_PER_MB) }),
    };
  });
}

async function houseHealth(url: string): Promise<HouseHealth | undefined> {
  try {
    return (await (await fetch(`${url}/health/ready`)).json()) as HouseHealth;
  } catch {
    return undefined;
  }
}

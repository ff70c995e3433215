import { SERVICES } from '@chengxin/contracts';
import { lives } from '../../processes/identity.js';
import { accepts } from '../../processes/ports.js';
import { identity, type ProcessEntry, recordedProcesses } from '../../processes/supervisor.js';
import { listProcesses, memoryMbOf } from './memory.js';

/** How a process does: `ready` for its work, `degraded` (it works, and says so), `live` but not ready, or `down`. */
export type Health = 'ready' | 'degraded' | 'live' | 'down';

/** A process of the platform: where it runs, how it does, what it takes (MB), and how often it had to be started again. */
export type ProcessState = { name: string; pid: number; port: number; health: Health; memoryMb: number; restarts: number };

const PATIENCE_MS = 5_000;
const ISSUER_HEALTH = '/.well-known/openid-configuration';

/** The processes of a demonstration: services and issuer are asked by HTTP, stores whether they take connections. */
export async function processStates(dataDir: string, host: string): Promise<ProcessState[]> {
  const listed = listProcesses();
  return Promise.all(
    recordedProcesses(dataDir).map(async (entry) => ({
      name: entry.name,
      pid: entry.pid,
      port: entry.port,
      health: lives(identity(entry)) ? await healthOf(entry, host) : 'down',
      memoryMb: memoryMbOf(entry.pid, listed),
      restarts: entry.restarts,
    })),
  );
}

/** Reads a service's own words at `/health/ready`. */
export function healthIn(status: unknown): Health {
  return status === 'ok' ? 'ready' : status === 'degraded' ? 'degraded' : 'live';
}

async function healthOf({ name, port }: ProcessEntry, host: string): Promise<Health> {
  if (SERVICES.some((service) => service === name)) return serviceHealth(`http://${host}:${port}`);
  if (name === 'issuer') return (await asked(`http://${host}:${port}${ISSUER_HEALTH}`)) ? 'ready' : 'down';
  return (await accepts(port)) ? 'ready' : 'down';
}

async function serviceHealth(url: string): Promise<Health> {
  const ready = await asked(`${url}/health/ready`);
  if (ready) return healthIn(ready.status);
  return (await asked(`${url}/health/live`)) ? 'live' : 'down';
}

/** The JSON answer, whatever its HTTP status; undefined when there is none in time. */
async function asked(url: string): Promise<{ status?: unknown } | undefined> {
  try {
    return (await (await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })).json()) as { status?: unknown };
  } catch {
    return undefined;
  }
}

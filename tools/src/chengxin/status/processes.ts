import { SERVICES } from '@chengxin/contracts';
import { lives } from '../../processes/identity.js';
import { accepts } from '../../processes/ports.js';
import { identity, type ProcessEntry, recordedProcesses } from '../../processes/supervisor.js';
import { launcherOf } from '../../start/only-one.js';
import { type Listed, listProcesses, type Memory, memoryOf } from './memory.js';

/** How a process does: `ready` for its work, `degraded` (it works, and says so), `live` but not ready, or `down`. */
export type Health = 'ready' | 'degraded' | 'live' | 'down';

/** A process of the platform: where it runs, how it does, what it takes, and how often it had to be started again. */
export type ProcessState = Memory & { name: string; pid: number; port?: number; health: Health; restarts: number };

const PATIENCE_MS = 5_000;
const ISSUER_HEALTH = '/.well-known/openid-configuration';

/**
 * The processes of a demonstration: services and issuer are asked by HTTP, stores whether they take connections; the last is
 * the launcher, which keeps them.
 */
export async function processStates(dataDir: string, host: string): Promise<ProcessState[]> {
  const listed = listProcesses();
  const kept = recordedProcesses(dataDir).map(async (entry): Promise<ProcessState> => {
    const { name, pid, port, restarts } = entry;
    return { name, pid, port, health: lives(identity(entry)) ? await healthOf(entry, host) : 'down', ...memoryOf(pid, listed), restarts };
  });
  return [...(await Promise.all(kept)), ...launcherState(dataDir, listed)];
}

/** The launcher without its children, which have rows of their own. */
function launcherState(dataDir: string, listed: readonly Listed[]): ProcessState[] {
  const launcher = launcherOf(dataDir);
  if (!launcher || !lives(launcher)) return [];
  const { pid } = launcher;
  const alone = listed.filter((each) => each.pid === pid);
  return [{ name: 'launcher', pid, health: 'ready', ...memoryOf(pid, alone), restarts: 0 }];
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

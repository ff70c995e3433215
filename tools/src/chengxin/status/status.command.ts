import { Command } from 'commander';
import { type Clock } from '../clock/clock-text.js';
import { type Session } from '../session.js';
import { type Answer, answers } from '../terminal/answer.js';
import { distantStates } from './elsewhere.js';
import { togetherMb } from './memory.js';
import { processStates } from './processes.js';
import { countsOf, serviceStatuses, workOf } from './services.js';
import { type Status, statusText } from './status-text.js';

type Options = { as?: string };

const ONCE = { attempts: 1 };

/** `status`: every process, what the platform holds, business time. Exit code 1 when the gateway does not tell. */
export function statusCommand(session: () => Session): Command {
  const command = new Command('status')
    .description('each process with pid, port, health and memory; counts; business time')
    .option('--as <user>', 'the demonstration user who asks (by default admin)');
  return answers(command, (options: Options) => showStatus(session(), options));
}

async function showStatus(session: Session, { as }: Options): Promise<Answer> {
  const gateway = session.gateway('admin', as, ONCE);
  const [clock, statuses] = await Promise.all([
    gateway.get<Clock>('/operations/clock').catch((fault: Error) => fault),
    serviceStatuses(gateway),
  ]);
  const { settings, url } = session;
  const states = settings ? await processStates(settings.dataDir, settings.host) : await distantStates(url, statuses);
  const processes = states.map((state) => {
    const own = statuses.find(({ service }) => service === state.name);
    return { ...state, ...(own && workOf(own)) };
  });
  const status: Status = {
    processes,
    counts: countsOf(statuses),
    memoryMb: togetherMb(processes),
    ...(clock instanceof Error ? { faults: [clock.message] } : { businessTime: clock.now, today: clock.today, faults: [] }),
  };
  return { document: status, text: statusText(status), ok: status.faults.length === 0 };
}

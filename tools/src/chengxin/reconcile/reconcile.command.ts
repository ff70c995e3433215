import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { type Gateway } from '../../gateway/gateway.js';
import { houseRest, type HouseRest, isCalm } from '../../gateway/rest.js';
import { type Session } from '../session.js';
import { type Answer, answers } from '../terminal/answer.js';
import { wholeNumber } from '../terminal/numbers.js';
import { Progress, withProgress } from '../terminal/progress.js';
import { FACT_TOPICS, reconcile } from './reconcile.js';
import { type Report, reportText } from './report.js';

type Options = { wait: number; as?: string };

const REST_AT_MOST_MS = 5_000;
const PAUSE_MS = 250;

/** `reconcile`: what every producer said against what every consumer applied; exit code 1 when anything differs. */
export function reconcileCommand(session: () => Session): Command {
  const command = new Command('reconcile')
    .description('for each producer and consumer: produced, applied, missing, twice, out of order, parked')
    .option('--wait <seconds>', 'while something differs, ask again for so long: it may be under way', wholeNumber, 0)
    .option('--as <user>', 'the demonstration user who asks (by default admin)');
  return answers(command, (options: Options) => compared(session().gateway('admin', options.as), options.wait));
}

async function compared(gateway: Gateway, wait: number): Promise<Answer> {
  const until = Date.now() + wait * 1000;
  const report = await withProgress(new Progress('topics', FACT_TOPICS.length), (progress) =>
    wait > 0 ? untilClean(gateway, until, progress) : once(gateway, progress),
  );
  return { document: report, text: reportText(report), ok: report.clean };
}

function once(gateway: Gateway, progress: Progress): Promise<Report> {
  return reconcile(gateway, (topic, index, events) => progress.at(index, `${topic}, ${events.toLocaleString('en')} events`));
}

/** A service that does not answer is waited for like an event under way. */
async function untilClean(gateway: Gateway, until: number, progress: Progress): Promise<Report> {
  for (;;) {
    try {
      await calm(gateway, Math.min(until, Date.now() + REST_AT_MOST_MS), progress);
      const report = await once(gateway, progress);
      if (report.clean || Date.now() >= until) return report;
    } catch (fault) {
      if (Date.now() >= until) throw fault;
      progress.at(0, `asking again: ${(fault as Error).message.split('\n')[0]}`);
    }
    await sleep(PAUSE_MS);
  }
}

/** Waits until nothing is under way, or `until`: reading journals that still grow is in vain. */
async function calm(gateway: Gateway, until: number, progress: Progress): Promise<void> {
  let before: HouseRest | undefined;
  for (let now = await houseRest(gateway); !isCalm(before, now) && Date.now() < until; now = await houseRest(gateway)) {
    progress.at(0, now.busy.length > 0 ? `waiting for ${now.busy.join('; ')}` : 'waiting for rest');
    before = now;
    await sleep(PAUSE_MS);
  }
}

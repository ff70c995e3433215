import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { daysBetween, localDate } from '@chengxin/kernel';
import { type Gateway } from '../../gateway/gateway.js';
import { type Session } from '../session.js';
import { type Answer, answers } from '../terminal/answer.js';
import { wholeNumber } from '../terminal/numbers.js';
import { Progress, withProgress } from '../terminal/progress.js';
import { type Advance, advanceText, type Clock, clockText } from './clock-text.js';

type Asking = { as?: string };
type Where = Asking & { to?: string; days?: number };

const ASK_EVERY_MS = 200;
const CLOCK = '/operations/clock';

/** `clock show | advance`: business time, and in the demonstration the way to move it. */
export function clockCommand(session: () => Session): Command {
  const show = new Command('show').description('business time and machine time');
  const advance = new Command('advance')
    .description('move business time forward; it stops at each due date until every service is at rest (demonstration only)')
    .option('--to <date>', 'to this date, YYYY-MM-DD')
    .option('--days <n>', 'by so many days', wholeNumber);
  const gateway = ({ as }: Asking) => session().gateway('admin', as);
  for (const command of [show, advance]) command.option('--as <user>', 'the demonstration user who asks (by default admin)');
  return new Command('clock')
    .description('business time')
    .addCommand(answers(show, (options: Asking) => showClock(gateway(options))))
    .addCommand(answers(advance, (options: Where) => advanceClock(gateway(options), options)));
}

async function showClock(gateway: Gateway): Promise<Answer> {
  const clock = await gateway.get<Clock>(CLOCK);
  return { document: clock, text: clockText(clock) };
}

async function advanceClock(gateway: Gateway, { to, days }: Where): Promise<Answer> {
  if ((to === undefined) === (days === undefined)) throw new Error('say either --to <date> or --days <n>');
  const begun = await gateway.post<Advance>(CLOCK, to === undefined ? { days } : { to });
  const distance = daysBetween(localDate(begun.from), localDate(begun.to));
  const ended = await withProgress(new Progress('business time', distance), (progress) => follow(gateway, begun, progress));
  return { document: ended, text: advanceText(ended), ok: ended.status === 'done' };
}

async function follow(gateway: Gateway, begun: Advance, progress: Progress): Promise<Advance> {
  for (let now = begun; ; now = await gateway.get<Advance>(`${CLOCK}/advances/${begun.id}`)) {
    progress.at(daysBetween(localDate(now.from), localDate(now.reached)), `days, ${now.reached} reached, ${now.stops.length} stops`);
    if (now.status !== 'running') return now;
    await sleep(ASK_EVERY_MS);
  }
}

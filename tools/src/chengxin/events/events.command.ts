import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { type Gateway } from '../../gateway/gateway.js';
import { GatewayProblem, GatewayUnreachable } from '../../gateway/problem.js';
import { type Session } from '../session.js';
import { reportFault } from '../terminal/answer.js';
import { wholeNumber } from '../terminal/numbers.js';
import { eventText, type FeedEvent, typeOf } from './event-text.js';

type Options = Why & { after?: string; types?: string; subject?: string; follow?: boolean; limit?: number; json?: boolean; as?: string };
type Why = { purpose: string; caseNumber: string };
type FeedPage = { items: FeedEvent[]; next: string; more: boolean };

const PAGE = 200;
const SHOWN = 50;
const ASK_EVERY_MS = 500;

/** `events`: the feed of the departments, one event on a line; the cursor to go on from is told on stderr. */
export function eventsCommand(session: () => Session): Command {
  return new Command('events')
    .description('the feed of the departments, from its beginning or from a cursor')
    .requiredOption('--purpose <code>', 'why it is read: supervision, bidding, …; the look is recorded and told to the enterprises')
    .requiredOption('--case-number <number>', 'the number of your own case')
    .option('--after <cursor>', 'begin behind this cursor')
    .option('--types <types>', 'only these, separated by commas: record-collected, rating-assigned, …')
    .option('--subject <code>', 'only what is about this enterprise')
    .option('--follow', 'go on with what comes')
    .option('--limit <n>', `how many at most (${SHOWN}, without end when following)`, wholeNumber)
    .option('--json', 'one event as JSON on each line')
    .option('--as <user>', 'the demonstration user who reads (by default regulator)')
    .action(async (options: Options) => {
      try {
        const next = await read(session().gateway('regulator', options.as), options);
        process.stderr.write(`go on with --after ${next}\n`);
      } catch (fault) {
        reportFault(fault as Error, options.json);
      }
    });
}

/** Writes the part of the feed that was asked for and gives the cursor behind it. */
async function read(gateway: Gateway, { after, types, subject, follow, json, purpose, caseNumber, ...options }: Options): Promise<string> {
  const asked = { subject, types: types?.split(',').map(typeOf).join(',') };
  const headers = { purpose, 'case-number': encodeURIComponent(caseNumber) };
  let left = options.limit ?? (follow ? Infinity : SHOWN);
  for (let cursor = after; ;) {
    const query = { ...asked, after: cursor, limit: Math.min(PAGE, left) };
    const page = await pageOf(() => gateway.get<FeedPage>('/events', query, headers), follow);
    write(page.items, json);
    cursor = page.next;
    left -= page.items.length;
    if (left <= 0 || !(page.more || follow)) return cursor;
    if (!page.more) await sleep(ASK_EVERY_MS);
  }
}

function write(events: readonly FeedEvent[], json = false): void {
  for (const event of events) process.stdout.write(`${json ? JSON.stringify(event) : eventText(event)}\n`);
}

/** A page; whoever follows waits out that the feed cannot be read for a while. */
async function pageOf(ask: () => Promise<FeedPage>, follow = false): Promise<FeedPage> {
  for (;;) {
    try {
      return await ask();
    } catch (fault) {
      const passing = fault instanceof GatewayUnreachable || (fault instanceof GatewayProblem && fault.document.status >= 500);
      if (!follow || !passing) throw fault;
      await sleep(ASK_EVERY_MS);
    }
  }
}

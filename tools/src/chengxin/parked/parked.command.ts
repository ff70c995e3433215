import { Command } from 'commander';
import { ANNOUNCING_SERVICES } from '@chengxin/contracts';
import { type Gateway } from '../../gateway/gateway.js';
import { pagesOf } from '../pages.js';
import { type Session } from '../session.js';
import { type Answer, answers } from '../terminal/answer.js';
import { type Parked, parkedListText, parkedText, type ParkedMessage } from './parked-text.js';

type Asking = { as?: string };
type Reason = Asking & { id: string; reason: string };
type Target = Asking & { id?: string; topic?: string; key?: string; all?: boolean };

/** `parked list | show | replay | discard`: what could not be applied, at any service. */
export function parkedCommand(session: () => Session): Command {
  const list = new Command('list').description('what is parked, first parked first').argument('[service]', 'at one service only');
  const show = new Command('show')
    .description('one parked message with its content')
    .argument('<service>')
    .argument('<id>', 'its id in the list');
  const replay = new Command('replay')
    .description('apply parked events again, in their order')
    .argument('<service>')
    .option('--id <id>', 'one event, those before it in its line first')
    .option('--topic <topic>', 'the line of a topic and key')
    .option('--key <key>', 'the line of a topic and key')
    .option('--all', 'everything');
  const discard = new Command('discard')
    .description('give one message up for good, with a reason, and let what waits behind it go on')
    .argument('<service>')
    .requiredOption('--id <id>', 'its id in the list')
    .requiredOption('--reason <text>', 'why it can never be applied, and what was done instead');
  const gateway = ({ as }: Asking) => session().gateway('admin', as);
  for (const command of [list, show, replay, discard]) command.option('--as <user>', 'the demonstration user who asks (by default admin)');
  return new Command('parked')
    .description('events that could not be applied')
    .addCommand(answers(list, (service: string | undefined, options: Asking) => listParked(gateway(options), service)))
    .addCommand(answers(show, (service: string, id: string, options: Asking) => showParked(gateway(options), service, id)))
    .addCommand(answers(replay, (service: string, options: Target) => replayParked(gateway(options), service, options)))
    .addCommand(answers(discard, (service: string, options: Reason) => discardParked(gateway(options), service, options)));
}

async function listParked(gateway: Gateway, only: string | undefined): Promise<Answer> {
  const services = only === undefined ? ANNOUNCING_SERVICES : [only];
  const lists = await Promise.all(services.map((service) => parkedAt(gateway, service)));
  const items = lists.flat();
  return { document: { items }, text: parkedListText(items) };
}

async function parkedAt(gateway: Gateway, service: string): Promise<(Parked & { service: string })[]> {
  const found: (Parked & { service: string })[] = [];
  for await (const items of pagesOf<Parked>(gateway, `/operations/${service}/parked`)) {
    found.push(...items.map((item) => ({ service, ...item })));
  }
  return found;
}

async function showParked(gateway: Gateway, service: string, id: string): Promise<Answer> {
  const message = await gateway.get<ParkedMessage>(`/operations/${service}/parked/${encodeURIComponent(id)}`);
  return { document: { service, ...message }, text: parkedText(message) };
}

async function replayParked(gateway: Gateway, service: string, { id, topic, key, all }: Target): Promise<Answer> {
  const line = topic !== undefined && key !== undefined;
  if ([id !== undefined, line, all === true].filter(Boolean).length !== 1) throw new Error('say one of --id, --topic with --key, --all');
  const target = id !== undefined ? { id } : line ? { topic, key } : { all };
  const done = await gateway.post<{ replayed: number; parked: number }>(`/operations/${service}/parked/replay`, target);
  return { document: { service, ...done }, text: `${service}: ${done.replayed} applied, ${done.parked} still parked` };
}

async function discardParked(gateway: Gateway, service: string, { id, reason }: Reason): Promise<Answer> {
  const path = `/operations/${service}/parked/${encodeURIComponent(id)}/discard`;
  const done = await gateway.post<{ replayed: number; parked: number }>(path, { because: reason });
  return {
    document: { service, discarded: id, ...done },
    text: `${service}: given up; ${done.replayed} behind it applied, ${done.parked} still parked`,
  };
}

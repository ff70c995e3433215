import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { type Gateway } from '../../gateway/gateway.js';
import { type Session, THROUGH_A_RESTART } from '../session.js';
import { type Answer, answers } from '../terminal/answer.js';
import { Progress, withProgress } from '../terminal/progress.js';
import { type Rebuild, rebuildText } from './rebuild-text.js';

type Asking = { as?: string };

const ASK_EVERY_MS = 300;

/** `rebuild <service>`: its copies are filled anew from the events; what it owns stays as it is. */
export function rebuildCommand(session: () => Session): Command {
  const rebuild = new Command('rebuild')
    .description('fill the copies of a service anew from the events; what it owns stays as it is')
    .argument('<service>')
    .option('--as <user>', 'the demonstration user who asks (by default admin)');
  return answers(rebuild, (service: string, { as }: Asking) => rebuildCopies(session().gateway('admin', as, THROUGH_A_RESTART), service));
}

async function rebuildCopies(gateway: Gateway, service: string): Promise<Answer> {
  const path = `/operations/${encodeURIComponent(service)}/rebuild`;
  const begun = await gateway.post<Rebuild>(path, {});
  const ended = await withProgress(new Progress('rebuild', begun.total), (progress) => follow(gateway, path, begun, progress));
  return { document: { service, ...ended }, text: rebuildText(service, ended), ok: ended.state === 'done' };
}

async function follow(gateway: Gateway, path: string, begun: Rebuild, progress: Progress): Promise<Rebuild> {
  for (let now = begun; ; now = await gateway.get<Rebuild>(path)) {
    progress.at(now.read, `messages, ${now.state}`);
    if (now.state === 'done' || now.state === 'failed') return now;
    await sleep(ASK_EVERY_MS);
  }
}

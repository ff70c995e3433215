import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WORKSPACE } from './commands.js';

/** One step of the tour: the commands of the README, and lines of what they print, in order, with `…` for anything. */
export type Step = { commands: string; expected: string[] };

const SECTION = /^## A tour .*?(?=^## )/ms;
const STEP = /^```sh\n(.*?)^```\n(?:\n^```text\n(.*?)^```)?/gms;
const MARK = '>>> step';

/** The steps of the tour as the README has them. Throws when it has none. */
export function tourSteps(): Step[] {
  const section = SECTION.exec(readFileSync(path.join(WORKSPACE, 'README.md'), 'utf8'))?.[0] ?? '';
  const steps = [...section.matchAll(STEP)].map(([, commands = '', expected = '']) => ({
    commands,
    expected: expected.split('\n').filter(Boolean),
  }));
  if (steps.length === 0) throw new Error('the README has no tour');
  return steps;
}

/** Runs all steps in one shell, as a reader would, and gives what each printed. Throws with everything when one of them fails. */
export function walk(steps: readonly Step[], env: NodeJS.ProcessEnv): Promise<string[]> {
  const script = ['set -euo pipefail', ...steps.map(({ commands }) => `echo '${MARK}'\n${commands}`)].join('\n');
  return new Promise((answer, failed) => {
    const shell = spawn('bash', ['-c', script], { cwd: WORKSPACE, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complained = '';
    shell.stdout.on('data', (chunk: Buffer) => (said += String(chunk)));
    shell.stderr.on('data', (chunk: Buffer) => (complained += String(chunk)));
    shell.once('error', failed);
    shell.once('close', (code) => {
      if (code === 0) answer(said.split(`${MARK}\n`).slice(1));
      else failed(new Error(`the tour ended with ${code}:\n${said}\n${complained}`));
    });
  });
}

/** The expected lines that were not printed in their order. */
export function missingLines({ expected }: Step, printed: string): string[] {
  const left = printed.split('\n').map((line) => line.trim());
  return expected.filter((line) => {
    const at = left.findIndex((candidate) => pattern(line).test(candidate));
    if (at >= 0) left.splice(0, at + 1);
    return at < 0;
  });
}

const pattern = (line: string): RegExp =>
  new RegExp(
    `^${line
      .trim()
      .split('…')
      .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );

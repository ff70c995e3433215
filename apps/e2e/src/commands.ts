import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** The repository's folder. */
export const WORKSPACE = path.resolve(import.meta.dirname, '../../..');

/** What a command said, and its exit code. */
export type Said = { code: number; stdout: string; stderr: string };

/** The door to every command, as package.json calls it. */
const DOOR = path.join(WORKSPACE, 'tools/start.mjs');
const LAUNCHER = path.join(WORKSPACE, 'tools/dist/src/start/main.js');

/** `node tools/start.mjs …args` with this environment, to its end. */
export function command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Said> {
  return new Promise((answer, failed) => {
    const child = spawn(process.execPath, [DOOR, ...args], { cwd: WORKSPACE, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += String(chunk)));
    child.once('error', failed);
    child.once('close', (code) => answer({ code: code ?? 1, ...said }));
  });
}

/** Starts the built launcher, as `npm start` does after the build, and waits for its last line. Throws with all it said when it ends instead. */
export async function launch(env: NodeJS.ProcessEnv, patience: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [LAUNCHER], { cwd: WORKSPACE, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
  const ready = new Promise<void>((answer, failed) => {
    child.stdout.on('data', () => /^ready http/m.test(said) && answer());
    child.once('error', failed);
    child.once('close', (code) => failed(new Error(`the launcher ended (${code}) before it was ready:\n${said}`)));
    setTimeout(() => failed(new Error(`the launcher was not ready in ${patience / 1000} s:\n${said}`)), patience).unref();
  });
  try {
    await ready;
  } catch (fault) {
    await ended(child, 20_000);
    throw fault;
  }
  return child;
}

/** Asks a process to end, waits so many milliseconds for it, then kills it. */
export async function ended(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((answer) => child.once('exit', answer));
  const impatience = setTimeout(() => child.kill('SIGKILL'), patience);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(impatience);
}

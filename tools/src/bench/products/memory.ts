import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICES } from '@chengxin/contracts';
import { togetherMb } from '../../chengxin/status/memory.js';
import { processStates } from '../../chengxin/status/processes.js';
import { settingsFrom } from '../../start/settings.js';
import type { Outcome } from '../outcome.js';
import { given } from './surroundings.js';

/** Far from the default: a demonstration may run beside the bench. */
const PORT = '21080';
/** Issuer, PostgreSQL, Kafka, launcher. */
const BESIDES = 4;
const AT_REST_MS = 15_000;
const PATIENCE_MS = 600_000;

/** The whole platform as `npm start` starts it, with a city loaded; what `status` says of it when it has been at rest for a while. */
async function rest(): Promise<Outcome> {
  const { folder, size } = given();
  const { PATH, HOME, LANG } = process.env;
  const env = { PATH, HOME, LANG, PORT, DATA_DIR: path.join(folder, 'city'), CHENGXIN_CITY: String(size) };
  const launcher = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../start/main.js')], { env });
  try {
    const started = performance.now();
    await ready(launcher);
    const seconds = (performance.now() - started) / 1_000;
    await sleep(AT_REST_MS);
    const states = await processStates(env.DATA_DIR, settingsFrom(env).host);
    console.error(states.map(({ name, memoryMb }) => `${name} ${memoryMb}`).join(', '));
    const services = states.filter(({ name }) => SERVICES.some((service) => service === name));
    const checked = states.length === SERVICES.length + BESIDES && states.every(({ health }) => health === 'ready');
    const largest = Math.max(...services.map(({ memoryMb }) => memoryMb));
    return { seconds, units: size, checked, peakMegabytes: largest, totalMegabytes: togetherMb(states) };
  } finally {
    await stopped(launcher);
  }
}

/** Waits until the launcher says that everything is ready. Throws with its last words when it ends instead. */
function ready(launcher: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += String(chunk);
      if (said.includes('ready http://')) done();
    };
    launcher.stdout?.on('data', listen);
    launcher.stderr?.on('data', listen);
    launcher.once('exit', () => failed(new Error(`the launcher ended:\n${said.slice(-2_000)}`)));
    setTimeout(() => failed(new Error('the city was not loaded in ten minutes')), PATIENCE_MS).unref();
  });
}

async function stopped(launcher: ChildProcess): Promise<void> {
  if (launcher.exitCode !== null) return;
  const ended = new Promise((done) => launcher.once('exit', done));
  launcher.kill('SIGTERM');
  await ended;
}

console.log(JSON.stringify(await rest()));

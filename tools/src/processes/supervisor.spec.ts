import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '@chengxin/testing';
import { identityOf, lives } from './identity.js';
import { spawnLogged } from './spawning.js';
import { identity, leftovers, type ProcessEntry, Supervisor } from './supervisor.js';

let folder: string;
let supervisor: Supervisor;
let reports: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-supervisor-'));
  reports = [];
  supervisor = new Supervisor(folder, (line) => reports.push(line));
});

afterEach(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true });
});

const started = (): ProcessEntry[] => JSON.parse(readFileSync(path.join(folder, 'processes.json'), 'utf8')) as ProcessEntry[];

function keep(name: string, code = 'setInterval(() => {}, 1000)'): Promise<void> {
  const program = {
    command: process.execPath,
    args: ['-e', code],
    env: process.env,
    logFile: path.join(folder, `${name}.log`),
    cwd: folder,
  };
  return supervisor.keep({ name, port: 1, start: () => spawnLogged(program) });
}

const pidOf = (name: string) => started().find((entry) => entry.name === name)?.pid ?? 0;

describe('the supervisor', () => {
  test('records what runs, and nothing runs after it stops', async () => {
    await Promise.all([keep('one'), keep('two')]);
    const entries = started();
    expect(entries.map(({ name }) => name).sort()).toEqual(['one', 'two']);
    expect(leftovers(folder)).toHaveLength(2);
    await supervisor.stop();
    expect(entries.filter((entry) => lives(identity(entry)))).toEqual([]);
    expect(started()).toEqual([]);
  });

  test('starts again what was killed, and says so', async () => {
    await keep('service');
    const first = pidOf('service');
    process.kill(first, 'SIGKILL');
    await eventually(() => pidOf('service') !== first && identityOf(pidOf('service')), 'the service to run again');
    expect(supervisor.restartsOf('service')).toBe(1);
    expect(reports).toEqual(['service ended unexpectedly; starting it again in 0.5 s']);
  });

  test('leaves down what is held down, until it is let go', async () => {
    await keep('service');
    const first = pidOf('service');
    const held = path.join(folder, 'held', 'service');
    mkdirSync(path.dirname(held));
    writeFileSync(held, '');
    process.kill(first, 'SIGKILL');
    await eventually(() => reports.length > 0, 'the end to be seen');
    await new Promise((over) => setTimeout(over, 900));
    expect(pidOf('service')).toBe(first);
    rmSync(held);
    await eventually(() => pidOf('service') !== first, 'the service to run again');
    expect(existsSync(held)).toBe(false);
  });

  test('kills what does not stop by itself', async () => {
    const said = path.join(folder, 'deaf.log');
    await keep('deaf', `process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)`);
    await eventually(() => readFileSync(said, 'utf8').includes('deaf'), 'the process to be deaf');
    const [entry] = started();
    await supervisor.stop();
    expect(entry && lives(identity(entry))).toBe(false);
    expect(reports).toEqual(['deaf did not stop by itself and was killed']);
  }, 20_000);
});

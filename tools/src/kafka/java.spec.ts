import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ensureJava } from './java.js';

let folder: string;
let reports: string[];
const { PATH } = process.env;
const said = (line: string) => void reports.push(line);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-java-'));
  reports = [];
  process.env.PATH = folder; // a machine that has what the spec puts there
});

afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

function program(name: string, script: string): void {
  writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, name), 0o755);
}

const java = (version: string) => `echo 'openjdk version "${version}" 2025-04-15' >&2`;
const log = () => readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n');

/** An apt-get that has these packages, and writes down what it was asked for. */
function aptGet(packages: string[]): void {
  const cases = packages.map((name) => `*${name}) exit 0 ;;`).join(' ');
  program(
    'apt-get',
    `echo "$*" >> ${folder}/log; case "$*" in --version|update*) exit 0 ;; ${cases} *) echo "Unable to locate package"; exit 100 ;; esac`,
  );
}

describe('Java and Maven', () => {
  test('are left alone where they are', async () => {
    program('java', java('21.0.1'));
    program('mvn', 'exit 0');
    await ensureJava(said, true);
    expect(reports).toEqual([]);
  });

  test('come from the Debian packages where the launcher may install', async () => {
    aptGet(['openjdk-17-jre-headless', 'maven']);
    await ensureJava(said, true);
    expect(
      log()
        .filter((line) => line.startsWith('install'))
        .map((line) => line.split(' ').at(-1)),
    ).toEqual(['openjdk-17-jre-headless', 'maven']);
  });

  test('an old Java does not do, and another package is tried where one is missing', async () => {
    program('java', java('11.0.2'));
    program('mvn', 'exit 0');
    aptGet(['default-jre-headless']);
    await ensureJava(said, true);
    expect(reports).toEqual([
      'installing openjdk-17-jre-headless from the Debian packages',
      'installing default-jre-headless from the Debian packages',
    ]);
  });

  test('are named where the launcher may not install them', async () => {
    program('java', java('17'));
    aptGet(['maven']);
    await expect(ensureJava(said, false)).rejects.toThrow('sudo apt-get install maven');
  });

  test('are named with the words of apt-get where it fails', async () => {
    program('java', java('17'));
    aptGet([]);
    await expect(ensureJava(said, true)).rejects.toThrow('Unable to locate package');
  });
});

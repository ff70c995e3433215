import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { identityOf } from '../processes/identity.js';
import { demonstrationFile, demonstrationOf } from './demonstration.js';
import { claimFolder, releaseFolder } from './only-one.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-folder-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const persona = { user: 'admin', name: '王示例', role: 'administrator', areas: ['429500'], enterprises: [] };
const machine = { ...persona, user: 'tax', role: 'department-client', unit: '11429500MB0C0011XX', machine: true as const };

test('the demonstration is made once, with its own secrets, for nobody else to read', async () => {
  const made = await demonstrationOf(folder, () => Promise.resolve([persona, machine]));
  const again = await demonstrationOf(folder, () => Promise.reject(new Error('nobody asks for personas')));
  expect(again).toEqual(made);
  expect(made.users.map(({ user }) => user)).toEqual(['admin']);
  expect(made.clients.map(({ id }) => id)).toEqual(['tax']);
  expect(statSync(demonstrationFile(folder)).mode & 0o777).toBe(0o600);
  const secrets = [made.superuser, ...Object.values(made.kafka), ...Object.values(made.databases).flatMap((each) => Object.values(each))];
  expect(new Set(secrets).size).toBe(secrets.length);
});

test('one folder has one launcher', () => {
  const launcher = path.join(folder, 'launcher.json');
  claimFolder(folder);
  claimFolder(folder); // it is the same process
  writeFileSync(launcher, JSON.stringify(identityOf(process.ppid)));
  expect(() => claimFolder(folder)).toThrow(`process ${process.ppid}`);
  writeFileSync(launcher, JSON.stringify({ pid: process.ppid, startedAt: 'at another time' }));
  claimFolder(folder);
  releaseFolder(folder);
  expect(() => statSync(launcher)).toThrow('ENOENT');
});

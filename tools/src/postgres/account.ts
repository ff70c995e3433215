import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Account } from '../processes/spawning.js';

/** PostgreSQL refuses to run as root: then it runs as `postgres`, else as `nobody`. Throws when the machine has neither. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('running as root, and there is no account postgres or nobody to run PostgreSQL as');
}

/** Whether that account may enter this path, or its parent when the path is still to be made. */
export function mayEnter(account: Account, target: string): boolean {
  if (account.uid === undefined) return true;
  let existing = target;
  while (!existsSync(existing)) existing = path.dirname(existing);
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', existing], { ...account, cwd: '/' }).status === 0;
}

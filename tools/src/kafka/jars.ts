import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../processes/spawning.js';

/**
 * Brings the jars that `pom` names into a folder of `cache` named by the digest of the file, once, and gives that folder.
 * Says so when it must fetch them. Needs Maven on the path; throws with Maven's own words when it fails.
 */
export async function kafkaJars(pom: string, cache: string, report: (line: string) => void = () => undefined): Promise<string> {
  const digest = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const folder = path.join(cache, `kafka-${digest}`);
  if (existsSync(folder)) return folder;
  report('bringing the jars of Kafka by Maven');
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

async function maven(args: string[]): Promise<void> {
  const { code, said } = await run('mvn', args);
  if (code !== 0) throw new Error(`Maven could not bring Kafka's jars (exit ${code}):\n${said.slice(-4000)}`);
}

import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** Where and when a run took place, and how busy the machine was with other things before and after it. */
export type Machine = {
  day: string;
  cpu: string;
  cores: number;
  memoryGb: number;
  loadBefore: string;
  loadAfter: string;
  versions: string;
};

const GB = 1024 ** 3;

/** The load of the last minute. */
export const loadNow = (): string => (os.loadavg()[0] ?? 0).toFixed(1);

/** The machine as it is, after a run that began under a load; `server` is asked for its version. */
export async function machineOf(workspace: string, server: string, loadBefore: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: server, application_name: 'bench' });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version').finally(() => client.end());
  return {
    day: new Date().toISOString().slice(0, 10),
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / GB),
    loadBefore,
    loadAfter: loadNow(),
    versions: [`Node ${process.versions.node}`, `PostgreSQL ${rows[0]?.server_version ?? '?'}`, `Kafka ${kafkaVersion(workspace)}`].join(
      ', ',
    ),
  };
}

function kafkaVersion(workspace: string): string {
  const pom = readFileSync(path.join(workspace, 'deploy/kafka/pom.xml'), 'utf8');
  return /<kafka.version>([^<]+)</.exec(pom)?.[1] ?? '?';
}

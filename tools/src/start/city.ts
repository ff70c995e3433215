import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ANNOUNCING_SERVICES } from '@chengxin/contracts';
import { type City, type CityCounts, type CityFile } from '@chengxin/testing';
import { type MachineClient } from '../issuer/holders.js';
import { clientToken, userToken } from '../issuer/sign-in.js';
import { type Demonstration } from './demonstration.js';
import { GatewayClient, type Job } from './gateway-client.js';
import { type Settings } from './settings.js';

/** What of the city a data folder holds: its size, what it consists of, and the files already taken. */
export type CityRecord = { size: number; counts: CityCounts; loaded: string[]; complete: boolean };

const SEED = 1;
const AT_REST = 'all services are at rest';

/** The record of the city in a data folder; undefined before the first load began. */
export function readCity(dataDir: string): CityRecord | undefined {
  const file = recordOf(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CityRecord) : undefined;
}

/**
 * Loads the fictional city as its departments would: each file through the gateway by the department's own client, in
 * order, then waits until all services are at rest. What an interrupted load had taken is not sent again.
 */
export async function loadCity(settings: Settings, demonstration: Demonstration, report: (line: string) => void): Promise<void> {
  const begun = readCity(settings.dataDir);
  const size = begun?.size ?? settings.citySize ?? 0;
  report(`making a city of ${size.toLocaleString('en')} enterprises`);
  const city = await makeCity(size);
  const record: CityRecord = begun ?? { size, counts: city.counts, loaded: [], complete: false };
  const gateway = new GatewayClient(settings.url);
  for (const [index, file] of city.files.entries()) {
    if (record.loaded.includes(file.name)) continue;
    await loadFile(gateway, file, {
      token: await tokenFor(file, settings, demonstration),
      report: (line) => report(`${index + 1}/${city.files.length} ${line}`),
    });
    record.loaded.push(file.name);
    save(settings.dataDir, record);
  }
  await allAtRest(gateway, await userToken(settings.issuer, administrator(demonstration)), report);
  record.complete = true;
  save(settings.dataDir, record);
}

/** Only a load needs the generator, which brings the whole test ground with it: later starts do without. */
async function makeCity(size: number): Promise<City> {
  const { city } = await import('@chengxin/testing');
  return city({ seed: SEED, size });
}

async function loadFile(
  gateway: GatewayClient,
  file: CityFile,
  { token, report }: { token: string; report: (line: string) => void },
): Promise<void> {
  const title = `${file.unit.name}: ${file.item}`;
  report(title);
  let job = await gateway.upload({ ...file, csv: file.csv() }, token);
  while (!isOver(job)) {
    await sleep(200);
    job = await gateway.job(job.id, token);
    report(`${title}, ${done(job).toLocaleString('en')} rows`);
  }
  if (job.status === 'failed' || job.status === 'refused') throw new Error(`the file ${file.name} was not taken: ${JSON.stringify(job)}`);
}

const isOver = ({ status }: Job) => !['received', 'waiting', 'running', 'reading', 'loading'].includes(status);
const done = ({ accepted = 0, refused = 0, unchanged = 0 }: Job) => accepted + refused + unchanged;

async function allAtRest(gateway: GatewayClient, token: string, report: (line: string) => void): Promise<void> {
  for (let calm = 0; calm < 2; await sleep(100)) {
    const rests = await Promise.all(ANNOUNCING_SERVICES.map(async (service) => ({ service, ...(await gateway.rest(service, token)) })));
    const busy = rests.filter(({ idle }) => !idle);
    calm = busy.length === 0 ? calm + 1 : 0; // twice in a row: an event may be between two services
    report(
      busy.length === 0 ? AT_REST : `waiting for ${busy.map(({ service, reasons }) => `${service} (${reasons.join(', ')})`).join('; ')}`,
    );
  }
}

async function tokenFor(file: CityFile, settings: Settings, { clients }: Demonstration): Promise<string> {
  const client = clients.find((each: MachineClient) => each.unit === file.unit.code);
  if (!client) throw new Error(`no machine client for ${file.unit.name}`);
  return clientToken(settings.issuer, client);
}

function administrator({ users }: Demonstration): string {
  const found = users.find(({ role }) => role === 'administrator');
  if (!found) throw new Error('the demonstration has no administrator');
  return found.user;
}

function save(dataDir: string, record: CityRecord): void {
  const file = recordOf(dataDir);
  writeFileSync(`${file}.part`, JSON.stringify(record, undefined, 2));
  renameSync(`${file}.part`, file);
}

const recordOf = (dataDir: string) => path.join(dataDir, 'city.json');

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type City, type CityCounts, type CityFile } from '@chengxin/testing/city';
import { followed, submit } from '../gateway/batches.js';
import { Gateway } from '../gateway/gateway.js';
import { houseRest, type HouseRest, isCalm } from '../gateway/rest.js';
import { type MachineClient } from '../issuer/holders.js';
import { clientToken, userToken } from '../issuer/sign-in.js';
import { type Demonstration } from './demonstration.js';
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
  for (const [index, file] of city.files.entries()) {
    if (record.loaded.includes(file.name)) continue;
    const gateway = gatewayFor(settings, clientToken(settings.issuer, clientOf(file, demonstration)));
    await loadFile(gateway, file, (line) => report(`${index + 1}/${city.files.length} ${line}`));
    record.loaded.push(file.name);
    save(settings.dataDir, record);
  }
  await allAtRest(gatewayFor(settings, userToken(settings.issuer, administrator(demonstration))), report);
  record.complete = true;
  save(settings.dataDir, record);
}

/** Only a load needs the generator: later starts do without. */
async function makeCity(size: number): Promise<City> {
  const { city } = await import('@chengxin/testing/city');
  return city({ seed: SEED, size });
}

const gatewayFor = ({ url }: Settings, token: Promise<string>) => new Gateway(url, () => token, { attempts: 10 });

async function loadFile(gateway: Gateway, file: CityFile, report: (line: string) => void): Promise<void> {
  const title = `${file.unit.name}: ${file.item}`;
  report(title);
  const blob = new Blob([file.csv()], { type: 'text/csv' });
  const { item: kind, unit, asOf, name } = file;
  const batch = await submit(gateway, { kind, unit: unit.code, unitName: unit.name, asOf, name, file: blob });
  const ended = await followed(gateway, batch, ({ rows }) => report(`${title}, ${rows.toLocaleString('en')} rows`));
  if (ended.state === 'broken') throw new Error(`the file ${file.name} was not read to its end: ${ended.fault}`);
}

async function allAtRest(gateway: Gateway, report: (line: string) => void): Promise<void> {
  let before: HouseRest | undefined;
  for (let now = await houseRest(gateway); !isCalm(before, now); now = await houseRest(gateway)) {
    report(now.busy.length > 0 ? `waiting for ${now.busy.join('; ')}` : AT_REST);
    before = now;
    await sleep(100);
  }
}

function clientOf(file: CityFile, { clients }: Demonstration): MachineClient {
  const client = clients.find(({ unit }) => unit === file.unit.code);
  if (!client) throw new Error(`no machine client for ${file.unit.name}`);
  return client;
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

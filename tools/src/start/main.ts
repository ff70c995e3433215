import { ANNOUNCING_SERVICES } from '@chengxin/contracts';
import { Listr } from 'listr2';
import { Supervisor } from '../processes/supervisor.js';
import { loadCity, readCity } from './city.js';
import { type Demonstration, demonstrationOf } from './demonstration.js';
import { endLeftovers, prepareBroker, startServices, surroundingsOf } from './launch.js';
import { claimFolder, releaseFolder } from './only-one.js';
import { migrateService, type Surroundings } from './processes.js';
import { readyText } from './ready-text.js';
import { type Settings, settingsFrom } from './settings.js';
import { startDatabaseServer, startKafka } from './stores.js';
import { untilStopped } from './stopping.js';

type Found = { server: string; brokers: string };

/** `npm start`: everything, from an empty folder to a running platform; the next start finds its data. */
async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  claimFolder(settings.dataDir);
  const supervisor = new Supervisor(settings.dataDir, (line) => console.log(`${new Date().toISOString()} ${line}`));
  const stop = async () => {
    await supervisor.stop();
    releaseFolder(settings.dataDir);
  };
  untilStopped(stop);
  try {
    const demonstration = await launch(settings, supervisor);
    console.log(readyText(settings, demonstration, readCity(settings.dataDir)));
  } catch (fault) {
    console.error(`\nnot started: ${(fault as Error).message}\nstopping what runs`);
    await stop();
    process.exit(1);
  }
}

async function launch(settings: Settings, supervisor: Supervisor): Promise<Demonstration> {
  const demonstration = await demonstrationOf(settings.dataDir, async () => (await import('@chengxin/testing')).PERSONAS);
  const found: Found = { server: '', brokers: '' };
  let surroundings: Surroundings | undefined;
  const told = (): Surroundings => {
    if (!surroundings) throw new Error('the stores are not there yet');
    return surroundings;
  };
  const isNew = !readCity(settings.dataDir)?.complete && settings.citySize !== undefined;
  await new Listr(
    [
      { title: 'what an earlier start left behind', task: () => endLeftovers(settings) },
      {
        title: 'PostgreSQL and Kafka',
        task: (_, task) => startStores(settings, demonstration, { supervisor, found, report: (line) => (task.output = line) }),
      },
      { title: 'databases and roles', task: async () => void (surroundings = await surroundingsOf(settings, demonstration, found)) },
      { title: 'topics, rights and business time', task: () => prepareBroker(settings, demonstration, found.brokers) },
      { title: 'migrations', task: () => migrateAll(settings, told()) },
      { title: 'services', task: (_, task) => startServices(settings, told(), { supervisor, report: (line) => (task.output = line) }) },
      {
        title: 'the fictional city',
        enabled: isNew,
        task: async (_, task) => void (await loadCity(settings, demonstration, (line) => (task.output = line))),
      },
    ],
    { registerSignalListeners: false, rendererOptions: { collapseSubtasks: false }, fallbackRenderer: 'simple' },
  ).run();
  return demonstration;
}

async function startStores(
  settings: Settings,
  demonstration: Demonstration,
  { supervisor, found, report }: { supervisor: Supervisor; found: Found; report: (line: string) => void },
): Promise<void> {
  const [server, brokers] = await Promise.all([
    startDatabaseServer(settings, demonstration, supervisor),
    startKafka(settings, demonstration, supervisor, report),
  ]);
  Object.assign(found, { server, brokers });
}

async function migrateAll(settings: Settings, surroundings: Surroundings): Promise<void> {
  const waiting = [...ANNOUNCING_SERVICES];
  const worker = async (): Promise<void> => {
    for (let service = waiting.shift(); service; service = waiting.shift()) await migrateService(service, settings, surroundings);
  };
  await Promise.all([worker(), worker()]);
}

await main();

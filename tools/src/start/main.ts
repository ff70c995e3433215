import { Listr } from 'listr2';
import { Supervisor } from '../processes/supervisor.js';
import { loadCity, readCity } from './city.js';
import { type Demonstration, demonstrationOf } from './demonstration.js';
import { endLeftovers, prepareBroker, refuseForeignPorts, startServices, surroundingsOf } from './launch.js';
import { migrateAll } from './migrations.js';
import { claimFolder, releaseFolder } from './only-one.js';
import { type Surroundings } from './processes.js';
import { progress } from './progress.js';
import { readyText } from './ready-text.js';
import { type Settings, settingsFrom } from './settings.js';
import { startDatabaseServer, startKafka } from './stores.js';
import { untilStopped } from './stopping.js';

/** What the tasks of a start hand on to one another. */
type Launch = { demonstration: Demonstration; server: string; brokers: string; surroundings: Surroundings };

/** `npm start`: everything, from an empty folder to a running platform; the next start finds its data. */
async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  claimFolder(settings.dataDir);
  const supervisor = new Supervisor(settings.dataDir, (line) => console.log(`${new Date().toISOString()} ${line}`));
  const stop = async () => {
    await supervisor.stop();
    releaseFolder(settings.dataDir);
  };
  const isStopping = untilStopped(stop);
  try {
    const { demonstration } = await tasks(settings, supervisor).run();
    console.log(readyText(settings, demonstration, readCity(settings.dataDir)));
  } catch {
    if (isStopping()) return; // what was under way could only fail
    console.error('\nnot started, for the reason above; stopping what runs'); // the list of tasks has said it
    await stop();
    process.exit(1);
  }
}

function tasks(settings: Settings, supervisor: Supervisor): Listr<Launch> {
  const isNew = !readCity(settings.dataDir)?.complete && settings.citySize !== undefined;
  return new Listr<Launch>(
    [
      { title: 'the data folder', task: (launch) => openFolder(launch, settings) },
      { title: 'PostgreSQL and Kafka', task: (launch, task) => startStores(launch, { settings, supervisor, report: reporter(task) }) },
      {
        title: 'databases and roles',
        task: async (launch) => void (launch.surroundings = await surroundingsOf(settings, launch.demonstration, launch)),
      },
      {
        title: 'topics, rights, business time, migrations',
        task: (launch) =>
          Promise.all([prepareBroker(settings, launch.demonstration, launch.brokers), migrateAll(settings, launch.surroundings)]),
      },
      { title: 'services', task: (launch, task) => startServices(settings, launch.surroundings, { supervisor, report: reporter(task) }) },
      { title: 'the fictional city', enabled: isNew, task: (launch, task) => loadCity(settings, launch.demonstration, reporter(task)) },
    ],
    { ctx: {} as Launch, registerSignalListeners: false, fallbackRenderer: 'simple', fallbackRendererCondition: !hasScreen },
  );
}

/** A terminal without a width (some containers) shows one letter a line. */
const hasScreen = process.stdout.isTTY && process.stdout.columns > 0;

const reporter = (task: { output: string }) => progress((line) => (task.output = line), hasScreen);

/** Secrets and users are made at the first start; what an earlier start left running is ended. */
async function openFolder(launch: Launch, settings: Settings): Promise<void> {
  launch.demonstration = await demonstrationOf(settings.dataDir, async () => (await import('@chengxin/testing/city')).PERSONAS);
  await endLeftovers(settings);
  await refuseForeignPorts(settings);
}

async function startStores(launch: Launch, { settings, supervisor, report }: StoreStart): Promise<void> {
  const [server, brokers] = await Promise.all([
    startDatabaseServer(settings, launch.demonstration, supervisor),
    startKafka(settings, launch.demonstration, supervisor, report),
  ]);
  Object.assign(launch, { server, brokers });
}

type StoreStart = { settings: Settings; supervisor: Supervisor; report: (line: string) => void };

await main().catch((fault: Error) => {
  console.error(fault.message);
  process.exit(1);
});

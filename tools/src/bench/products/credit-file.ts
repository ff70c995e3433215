import path from 'node:path';
import { SERVICES } from '@chengxin/contracts';
import { run } from '../../processes/spawning.js';
import type { Outcome } from '../outcome.js';
import { creditFiles, ServiceProcess } from './service-process.js';
import { given, makeSurroundings } from './surroundings.js';

const CONNECTIONS = '32';
/** The load is one caller to the gateway, which counts its requests like everybody's and has none too many. */
const NO_LIMIT = 'public=10000000';

type Load = { seconds: number; units: number; wrong: number };

/** Disclosure on the database that was filled before, asked straight and through the gateway. */
async function serve(): Promise<Outcome> {
  const told = given();
  const around = await makeSurroundings(told);
  const databaseUrl = Object.assign(new URL(told.server), {
    ...{ pathname: `/${creditFiles(told.enterprises)}`, username: 'disclosure', password: 'disclosure' },
  }).href;
  const disclosure = await ServiceProcess.start('disclosure', { env: around.env, databaseUrl });
  const others = SERVICES.filter((service) => service !== 'gateway').map((service) => [`${service.toUpperCase()}_URL`, disclosure.url]);
  const more = { ...Object.fromEntries(others), REQUEST_LIMITS: NO_LIMIT };
  const gateway = await ServiceProcess.start('gateway', { env: around.env, more });
  try {
    await Promise.all([disclosure.ready(), gateway.ready('live')]);
    const straight = await loaded(disclosure.url, told.folder);
    const through = await loaded(gateway.url, told.folder);
    const { seconds, units } = straight;
    return { seconds, units, checked: straight.wrong + through.wrong === 0, gatewayRate: through.units / through.seconds };
  } finally {
    await Promise.all([disclosure.stop(), gateway.stop()]);
    await around.remove();
  }
}

async function loaded(url: string, folder: string): Promise<Load> {
  const load = path.resolve(import.meta.dirname, '../../../../src/bench/load.mjs');
  const { code, said } = await run(process.execPath, [load, url, path.join(folder, 'paths.txt'), CONNECTIONS]);
  if (code !== 0) throw new Error(`the load on ${url} broke off:\n${said}`);
  return JSON.parse(said) as Load;
}

console.log(JSON.stringify(await serve()));

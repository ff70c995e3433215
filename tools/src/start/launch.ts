import path from 'node:path';
import { SERVICES } from '@chengxin/contracts';
import { createDatabases } from '../postgres/databases.js';
import { end } from '../processes/identity.js';
import { accepts } from '../processes/ports.js';
import { run, spawnLogged } from '../processes/spawning.js';
import { identity, leftovers, type Supervisor } from '../processes/supervisor.js';
import { type Demonstration, KAFKA_ADMIN, KAFKA_OPERATOR } from './demonstration.js';
import { issuerProgram, lastWords, serviceProgram, type Surroundings } from './processes.js';
import { whenReady } from './readiness.js';
import { type Settings } from './settings.js';
import { kafkaLogin } from './stores.js';

/** Ends what a killed launcher left running; stores that still serve the same port stay, to be adopted. */
export async function endLeftovers(settings: Settings): Promise<void> {
  const { postgres, kafka } = settings.ports;
  const adoptable = (name: string, port: number) => (name === 'postgres' && port === postgres) || (name === 'kafka' && port === kafka);
  const left = leftovers(settings.dataDir).filter(({ name, port }) => !adoptable(name, port));
  await Promise.all(left.map((entry) => end(identity(entry), entry.name === 'postgres' ? 'SIGINT' : 'SIGTERM')));
}

/** Throws with the first port that somebody else listens on; those of the stores are theirs to judge. */
export async function refuseForeignPorts({ ports }: Settings): Promise<void> {
  const { postgres: _, kafka: __, 'kafka-controller': ___, ...own } = ports;
  for (const [name, port] of Object.entries(own)) {
    if (await accepts(port)) throw new Error(`port ${port} (for ${name}) is taken by another process: set PORT to move all ports`);
  }
}

/** Databases and roles, and everything else the services are told, once the stores run. */
export async function surroundingsOf(
  settings: Settings,
  demonstration: Demonstration,
  found: { server: string; brokers: string },
): Promise<Surroundings> {
  const databases = await createDatabases(found.server, demonstration.databases);
  return { databases, brokers: found.brokers, login: kafkaLogin(settings, demonstration), overlay: settings.overlay };
}

/** Topics, the rights of each user (on the embedded broker), and the first offset of business time. Throws with what the broker refused. */
export async function prepareBroker(settings: Settings, demonstration: Demonstration, brokers: string): Promise<void> {
  const login = kafkaLogin(settings, demonstration);
  const [admin, operator] = [login(KAFKA_ADMIN), login(KAFKA_OPERATOR)];
  const env = {
    PATH: process.env.PATH,
    KAFKA_BROKERS: brokers,
    ...(admin && { ADMIN_USERNAME: admin.username, ADMIN_PASSWORD: admin.password }),
    ...(operator && { OPERATOR_USERNAME: operator.username, OPERATOR_PASSWORD: operator.password }),
    ...(!settings.kafka && { GRANT: 'true' }),
  };
  const { code, said } = await run(
    process.execPath,
    ['--disable-warning=TimeoutNegativeWarning', path.join(import.meta.dirname, '../kafka/prepare.js')],
    { env },
  );
  if (code !== 0) throw new Error(`the broker could not be prepared (exit ${code}):\n${said.slice(-3000)}`);
}

/** Starts the issuer and every service side by side and keeps them; waits until all are ready. Throws with the last words of those that are not. */
export async function startServices(
  settings: Settings,
  surroundings: Surroundings,
  running: { supervisor: Supervisor; report: (line: string) => void },
): Promise<void> {
  const { supervisor, report } = running;
  const programs = [
    { name: 'issuer' as const, program: issuerProgram(settings), health: '/.well-known/openid-configuration' },
    ...SERVICES.map((name) => ({ name, program: serviceProgram(name, settings, surroundings), health: '/health/ready' })),
  ];
  await Promise.all(
    programs.map(({ name, program }) => supervisor.keep({ name, port: settings.ports[name], start: () => spawnLogged(program) })),
  );
  const awaited = programs.map(({ name, health }) => ({
    name,
    url: `http://${settings.host}:${settings.ports[name]}${health}`,
    restarts: () => supervisor.restartsOf(name),
  }));
  const silent = await whenReady(awaited, (missing) => report(`waiting for ${missing.join(', ')}`));
  if (silent.length === 0) return;
  throw new Error(silent.map((name) => `${name} did not become ready; the end of its log:\n${lastWords(settings, name)}`).join('\n\n'));
}

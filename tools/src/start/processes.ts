import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SERVICES, type Service } from '@chengxin/contracts';
import { AUDIENCE } from '../issuer/holders.js';
import { type DatabaseAddresses } from '../postgres/databases.js';
import { type Program, run } from '../processes/spawning.js';
import { demonstrationFile } from './demonstration.js';
import { NODE_FLAGS, NODE_MEMORY } from './node-settings.js';
import { type Settings, WORKSPACE } from './settings.js';

/** What the services are told besides the settings: their databases, the broker with each one's login, the overlay of the city. */
export type Surroundings = {
  databases: Record<string, DatabaseAddresses>;
  brokers: string;
  login: (user: string) => { username: string; password: string } | undefined;
  overlay: string;
};

const mainOf = (service: Service) => path.join(WORKSPACE, 'apps', service, 'dist/src/main.js');
const parentWatch = pathToFileURL(path.join(import.meta.dirname, '../processes/watch-parent.js')).href;

/** The log file of a process. */
export const logFileOf = ({ dataDir }: Settings, name: string): string => path.join(dataDir, 'logs', `${name}.log`);

/** The program of a service as the launcher runs it, with its whole environment. */
export function serviceProgram(service: Service, settings: Settings, surroundings: Surroundings): Program {
  return program(settings, service, mainOf(service), environmentOf(service, settings, surroundings));
}

/** The program of the development issuer. */
export function issuerProgram(settings: Settings): Program {
  const own = {
    HOST: settings.host,
    PORT: String(settings.ports.issuer),
    OIDC_ISSUER: settings.issuer,
    ISSUER_FILE: demonstrationFile(settings.dataDir),
  };
  return program(settings, 'issuer', path.join(import.meta.dirname, '../issuer/main.js'), own);
}

/** Brings a service's database to its newest form. Throws with the service's own words when it cannot. */
export async function migrateService(service: Service, settings: Settings, surroundings: Surroundings): Promise<void> {
  const ownerUrl = surroundings.databases[service]?.ownerUrl;
  const env = { ...inherited(), ...environmentOf(service, settings, surroundings), ...(ownerUrl && { DATABASE_OWNER_URL: ownerUrl }) };
  const { code, said } = await run(process.execPath, [mainOf(service), 'migrate'], { cwd: WORKSPACE, env });
  if (code !== 0) throw new Error(`the database of ${service} could not be migrated (exit ${code}):\n${said.slice(-3000)}`);
}

/** The last lines a process wrote, for a message that says why it did not start. */
export function lastWords(settings: Settings, name: string): string {
  try {
    return readFileSync(logFileOf(settings, name), 'utf8').trim().split('\n').slice(-15).join('\n');
  } catch {
    return '(it wrote nothing)';
  }
}

function program(settings: Settings, name: string, main: string, own: NodeJS.ProcessEnv): Program {
  const args = [...NODE_FLAGS, '--import', parentWatch, main];
  return {
    command: process.execPath,
    args,
    env: { ...inherited(), ...NODE_MEMORY, ...own },
    logFile: logFileOf(settings, name),
    cwd: WORKSPACE,
  };
}

function environmentOf(service: Service, settings: Settings, { databases, brokers, login, overlay }: Surroundings): NodeJS.ProcessEnv {
  const user = login(service);
  const database = databases[service];
  return {
    HOST: settings.host,
    PORT: String(settings.ports[service]),
    KAFKA_BROKERS: brokers,
    OIDC_ISSUER: settings.issuer,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_JWKS_URI: `${settings.issuer}/jwks`,
    CITY_OVERLAY: overlay,
    DEMONSTRATION: 'true',
    STORAGE_DIR: path.join(settings.dataDir, 'storage', service),
    ...(database && { DATABASE_URL: database.url }),
    ...(user && { KAFKA_USERNAME: user.username, KAFKA_PASSWORD: user.password }),
    ...(service === 'gateway' && gatewayEnvironment(settings, login)),
  };
}

/** In a demonstration one machine plays everybody, benches too: nobody is kept waiting. */
const REQUEST_LIMITS = 'all=10000000';

/** The gateway knows where the services are, and signs in as the operator to move business time. */
function gatewayEnvironment({ host, ports }: Settings, login: Surroundings['login']): NodeJS.ProcessEnv {
  const operator = login('operator');
  const addresses = SERVICES.filter((service) => service !== 'gateway').map((service) => [
    `${service.toUpperCase()}_URL`,
    `http://${host}:${ports[service]}`,
  ]);
  return {
    ...Object.fromEntries(addresses),
    REQUEST_LIMITS,
    ...(operator && { KAFKA_OPERATOR_USERNAME: operator.username, KAFKA_OPERATOR_PASSWORD: operator.password }),
  };
}

/** A service sees nothing of the launcher's environment but what a program needs to run, and the levels somebody asked for. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, LOG_LEVEL, NODE_OPTIONS } = process.env;
  return {
    PATH,
    HOME,
    LANG,
    NODE_ENV: 'production',
    ...(LOG_LEVEL && { LOG_LEVEL }),
    ...(NODE_OPTIONS && { NODE_OPTIONS }),
  };
}

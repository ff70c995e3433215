import { existsSync } from 'node:fs';
import path from 'node:path';
import { SERVICES } from '@chengxin/contracts';
import { ConfigError, loadConfig, MigrationConfig, ServiceConfig } from '@chengxin/platform';
import { BROKER_SETTINGS, DATABASES_SETTINGS, requiredSettings } from '../../src/deploy/settings.js';
import { type ComposeFile, environmentOf, WORKSPACE } from './compose-file.js';

/** What a service has a default for that does not fit into a container, or that a city must see to be able to change it. */
const CONTAINED = [
  ...['SERVICE', 'NODE_ENV', 'HOST', 'CITY_OVERLAY', 'DEMONSTRATION', 'LOG_LEVEL'],
  ...['OIDC_AUDIENCE', 'CLAIM_ROLE', 'CLAIM_UNIT', 'CLAIM_AREAS', 'CLAIM_ENTERPRISES'],
];

/** The same of one service. */
const OWN: Record<string, string[]> = { registry: ['STORAGE_DIR'], gateway: ['TRUSTED_PROXIES', 'REQUEST_LIMITS'] };

/** What the programs of others need. */
const FOREIGN: Record<string, string[]> = {
  postgres: ['POSTGRES_PASSWORD', 'POSTGRES_INITDB_ARGS'],
  kafka: ['LOG_DIR', 'KAFKA_HEAP_OPTS', 'EXTRA_ARGS', 'KAFKA_LOG4J_OPTS'],
  'kafka-format': [
    ...['LOG_DIR', 'KAFKA_HEAP_OPTS', 'KAFKA_ADDRESS', 'KAFKA_ADMIN_PASSWORD'],
    ...SERVICES.map((service) => `KAFKA_${service.toUpperCase()}_PASSWORD`),
  ],
};

/** A value for a needed variable that every check accepts. */
const filled = (name: string): string => (name === 'OIDC_ISSUER' ? 'https://id.city.example' : `of-${name.toLowerCase()}`);

/** The class by which a service reads its environment: its own, or that of all. */
export async function configOf(service: string): Promise<new () => ServiceConfig> {
  const file = path.join(WORKSPACE, 'apps', service, `src/${service}.config.ts`);
  if (!existsSync(file)) return ServiceConfig;
  const exported = Object.values((await import(file)) as Record<string, unknown>);
  const own = exported.find((each) => typeof each === 'function' && each.prototype instanceof ServiceConfig);
  if (!own) throw new Error(`${file} has no configuration class`);
  return own as new () => ServiceConfig;
}

/** What is wrong with the environment that the compose file gives a service, each line as `service: VARIABLE: what`. */
export async function environmentFaults(compose: ComposeFile, service: string): Promise<string[]> {
  const env = environmentOf(compose, service, filled);
  const faults = await faultsOf(service, env);
  return faults.map((fault) => `${service}: ${fault}`);
}

async function faultsOf(service: string, env: Record<string, string>): Promise<string[]> {
  if (service in FOREIGN) return missing(FOREIGN[service] ?? [], env);
  if (service === 'prepare-broker') return missing(BROKER_SETTINGS, env);
  if (service === 'prepare-databases') return missing(DATABASES_SETTINGS, env);
  if (service.startsWith('migrate-')) return [...missing(['SERVICE'], env), ...refused(MigrationConfig, env)];
  return [...missing([...CONTAINED, ...(OWN[service] ?? [])], env), ...refused(await configOf(service), env)];
}

function missing(names: readonly string[], env: Record<string, string>): string[] {
  try {
    requiredSettings(names, env);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

function refused(config: new () => object, env: Record<string, string>): string[] {
  try {
    loadConfig(config, env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ variable, en }) => `${variable}: ${en}`);
  }
}

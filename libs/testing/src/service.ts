import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type RunningService, serve, type ServiceDefinition } from '@chengxin/messaging';
import { OVERLAY_PATH } from './city/index.js';
import { type TestDatabase, testDatabase } from './databases.js';
import { broker } from './environment.js';
import { Neighbour } from './neighbour.js';
import { stating } from './stating.js';
import { type TestTokens, testTokens, type TokenHolder } from './tokens.js';
import { testPrefix, testTopics } from './topics.js';

/** A request to the service under test: as whom (absent: nobody), for which purpose, with which headers, and a JSON body or a form. */
export type TestRequest = { as?: TokenHolder; purpose?: string; headers?: Record<string, string>; body?: unknown };

/** An answer: its status, its headers, and its body read as JSON where it is JSON, else as text. */
export type TestAnswer<T = unknown> = { status: number; headers: Headers; body: T };

/** What may be chosen for the service under test: further variables, a proxy in front of the broker, another service to be a replica of. */
export type TestServiceOptions = { env?: Record<string, string>; brokers?: string; beside?: TestService };

/** A service that runs in this process against a real database and a real broker, alone under its own prefix. */
export type TestService = RunningService & {
  database?: TestDatabase;
  prefix: string;
  tokens: TestTokens;
  /** plays the other services, and hears everything announced */
  neighbour: Neighbour;
  /** the environment it was started with */
  env: Record<string, string>;
  /** `path` begins at the root of the service: `/api/v1/…`, `/health/ready` */
  request: <T = unknown>(method: string, path: string, request?: TestRequest) => Promise<TestAnswer<T>>;
};

/**
 * Starts a service for a spec file: a database cloned from the template, topics under a prefix of its own, an issuer of
 * tokens and a neighbour; with `beside` a second replica on the surroundings of a first. `close` gives back everything
 * that this call made.
 */
export async function startService(definition: ServiceDefinition, options: TestServiceOptions = {}): Promise<TestService> {
  const surroundings = options.beside ?? (await makeSurroundings(definition));
  const { database, prefix, tokens, neighbour } = surroundings;
  const storage = mkdtempSync(path.join(os.tmpdir(), 'chengxin-storage-'));
  const env = { ...environment(surroundings, storage, options.brokers), ...options.env };
  const running = await serve(definition, env);
  return {
    ...running,
    ...(database && { database }),
    prefix,
    tokens,
    neighbour,
    env,
    request: (method, where, request) => send(running.url + where, tokens, { method, ...request }),
    close: async () => {
      await running.close();
      rmSync(storage, { recursive: true, force: true });
      if (!options.beside) await (surroundings as Surroundings).remove();
    },
  };
}

type Surroundings = Pick<TestService, 'database' | 'prefix' | 'tokens' | 'neighbour'> & { remove: () => Promise<void> };

async function makeSurroundings({ service, migrations }: ServiceDefinition): Promise<Surroundings> {
  const prefix = testPrefix();
  const [database, topics, tokens] = await Promise.all([migrations && testDatabase(service, migrations), testTopics(prefix), testTokens()]);
  const neighbour = await Neighbour.start(prefix);
  const remove = async () => {
    await neighbour.close();
    await Promise.all([database?.drop(), topics.drop(), tokens.close()]);
  };
  return { ...(database && { database }), prefix, tokens, neighbour, remove };
}

function environment(
  { database, prefix, tokens }: Pick<TestService, 'database' | 'prefix' | 'tokens'>,
  storage: string,
  brokers = broker(),
): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    KAFKA_BROKERS: brokers,
    KAFKA_PREFIX: prefix,
    STORAGE_DIR: storage,
    CITY_OVERLAY: OVERLAY_PATH,
    DEMONSTRATION: 'true',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...(database && { DATABASE_URL: database.url }),
    ...tokens.env,
  };
}

async function send<T>(
  url: string,
  tokens: TestTokens,
  { method, as, purpose, headers, body }: TestRequest & { method: string },
): Promise<TestAnswer<T>> {
  const form = body instanceof FormData;
  const json = body !== undefined && !form;
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(as && { authorization: `Bearer ${await tokens.of(as)}` }),
      ...(json && { 'content-type': 'application/json' }),
      ...(purpose && stating(purpose)),
      ...headers,
    },
    ...(form && { body }),
    ...(json && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await bodyOf(response)) as T };
}

/** JSON as its value, a spreadsheet as its bytes, anything else as text. */
async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('spreadsheetml')) return response.arrayBuffer();
  const text = await response.text();
  return /\bjson\b/.test(type) && text !== '' ? JSON.parse(text) : text;
}

import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Service } from '@chengxin/contracts';
import {
  createApplication,
  loadConfig,
  platformMigrations,
  ServiceConfig,
  type ApplicationOptions,
  type Migration,
} from '@chengxin/platform';
import { EventServer } from '../consumer/event-server.js';
import { messagingMigrations } from '../migrations/index.js';
import { Lag } from '../operations/lag.js';
import { Rebuilds } from '../rebuild/rebuilds.js';
import { Relay } from '../relay/relay.js';
import { SideTopics } from '../watermarks/side-topics.js';
import { Watermarks } from '../watermarks/watermarks.js';

/** What a service is made of. Without `migrations` it has no database. */
export type ServiceDefinition = {
  service: Service;
  module: Type<unknown> | DynamicModule;
  migrations?: readonly Migration[];
  config?: Type<ServiceConfig>;
};

/** A service that runs in this process. */
export type RunningService = {
  app: NestFastifyApplication;
  /** Where it listens. */
  url: string;
  /** Ends it: finishes requests and the batch under way, publishes what is left, leaves its groups. At most ten seconds. */
  close(): Promise<void>;
};

const DRAIN_MS = 4_000;

/** All migrations of a service with a database, in order of their time. */
export const migrationsOf = ({ migrations }: ServiceDefinition): readonly Migration[] =>
  migrations ? [...platformMigrations, ...messagingMigrations, ...migrations] : [];

/**
 * Starts a service: reads the clock whole, begins to publish, listens, and consumes. Throws `ConfigError` with every fault of the
 * environment at once; waits for database and broker as long as it takes.
 */
export async function serve(
  definition: ServiceDefinition,
  env: Record<string, string | undefined>,
  options: Pick<ApplicationOptions, 'log'> = {},
): Promise<RunningService> {
  const config = loadConfig(definition.config ?? ServiceConfig, env);
  const app = await createApplication(definition.module, config, { ...options, migrations: migrationsOf(definition) });
  const stored = definition.migrations !== undefined;
  if (stored) app.connectMicroservice({ strategy: app.get(EventServer) });
  await app.init();
  if (stored) {
    app.get(Relay).start();
    await app.get(Watermarks).start();
    await app.get(Rebuilds).start();
  }
  await Promise.all([app.listen(config.port, config.host), stored && app.startAllMicroservices()]);
  return { app, url: await app.getUrl(), close: () => close(app, stored) };
}

async function close(app: NestFastifyApplication, stored: boolean): Promise<void> {
  const side = app.get(SideTopics);
  if (!stored) {
    await Promise.all([app.close(), side.close()]);
    return;
  }
  const [relay, lag] = [app.get(Relay), app.get(Lag)];
  app.get(Watermarks).stop();
  await app.get(Rebuilds).stop();
  await app.close();
  await relay.stop(DRAIN_MS);
  await Promise.all([side.close(), lag.close()]);
}

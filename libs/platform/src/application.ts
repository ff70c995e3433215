import { type DynamicModule, type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Service } from '@chengxin/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { ServiceConfig } from './config/service-config.js';
import { correlationOf } from './correlation/correlation.js';
import { addCorrelationHooks } from './correlation/correlation-hooks.js';
import type { Migration } from './database/migrate.js';
import { EXPECTED_MIGRATIONS } from './health/own-readiness.js';
import { LOG_STREAM } from './logging/logger-params.js';
import { addRequestLogHook } from './logging/request-log-hook.js';
import { Metrics } from './metrics/metrics.js';
import { openApiDocument } from './openapi/open-api-document.js';
import { sendUnroutable } from './problems/problem-document.js';
import { answerClientError } from './http/client-errors.js';
import { BODY_LIMIT_BYTES, HEAD_LIMIT_BYTES, HEAD_SECONDS, REQUEST_SECONDS } from './http/limits.js';
import { acceptStrictJson } from './http/strict-json.js';
import { addSecurityHeadersHook } from './http/security-headers.js';
import { addNotModifiedHook } from './preconditions/not-modified-hook.js';
import { SERVICE } from './service-token.js';

const OUTSIDE_THE_PREFIX = ['health/live', 'health/ready', 'metrics'];

/** What an application may be started with besides its configuration. */
export interface ApplicationOptions {
  /** All migrations that its database must have before it is ready. */
  migrations?: readonly Migration[];
  /** Where its log goes instead of standard output. */
  log?: DestinationStream;
}

/** Provides what came from outside to the modules of the service. */
@Module({})
class StartModule {
  static with(module: Type<unknown> | DynamicModule, config: ServiceConfig, { migrations = [], log }: ApplicationOptions): DynamicModule {
    const given = [
      { provide: ServiceConfig, useValue: config },
      { provide: EXPECTED_MIGRATIONS, useValue: migrations },
      { provide: LOG_STREAM, useValue: log },
    ];
    return { module: StartModule, global: true, imports: [module], providers: given, exports: given.map(({ provide }) => provide) };
  }
}

/**
 * Builds the HTTP side of a service: prefix `api/v1`, correlation, problems, policies, health, metrics and
 * `/openapi.json`. It neither listens nor installs signal handlers. `config` comes from `loadConfig`.
 */
export async function createApplication(
  module: Type<unknown> | DynamicModule,
  config: ServiceConfig,
  options: ApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.trustedProxies.length > 0 && config.trustedProxies,
    multipart: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_SECONDS * 1000,
    http: { maxHeaderSize: HEAD_LIMIT_BYTES, headersTimeout: HEAD_SECONDS * 1000 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendUnroutable(request, reply, correlationOf({}).correlationId),
  });
  const fastify = adapter.getInstance();
  addSecurityHeadersHook(fastify);
  addCorrelationHooks(fastify);
  addNotModifiedHook(fastify);
  acceptStrictJson(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(StartModule.with(module, config, options), adapter, {
    abortOnError: false,
    bodyParser: false, // ours is in place
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  setPrefix(app);
  addRequestLogHook(fastify, await app.resolve(PinoLogger));
  app.get(Metrics).addHook(fastify);
  const service = app.get<Service>(SERVICE);
  let document: object | undefined;
  fastify.get('/openapi.json', (_request, reply) => reply.send((document ??= openApiDocument(app, service))));
  return app;
}

/** The OpenAPI document of a service without starting anything of it: no configuration, no database, no broker. */
export async function describeApplication(module: Type<unknown> | DynamicModule, service: Service): Promise<OpenAPIObject> {
  const nothing = StartModule.with(module, new ServiceConfig(), {});
  const app = await NestFactory.create(nothing, new FastifyAdapter(), { preview: true, abortOnError: false, logger: false });
  setPrefix(app);
  return openApiDocument(app, service);
}

const setPrefix = (app: INestApplication): void => void app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_PREFIX });

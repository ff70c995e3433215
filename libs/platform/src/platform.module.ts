import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import type { Service } from '@chengxin/contracts';
import { LoggerModule } from 'nestjs-pino';
import { Clock } from './clock/clock.js';
import { MachineClock } from './clock/machine-clock.js';
import { ServiceConfig } from './config/service-config.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthController } from './health/health.controller.js';
import { OwnReadiness } from './health/own-readiness.js';
import { Readiness } from './health/readiness.js';
import { IdempotencyKeysRepository } from './idempotency/idempotency-keys.repository.js';
import { IdempotencyPurge } from './idempotency/idempotency-purge.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { LawInForce } from './law/law-in-force.js';
import { LOG_STREAM, loggerParams } from './logging/logger-params.js';
import { MemoryAtRest } from './memory/memory-at-rest.js';
import { Metrics, MetricsController } from './metrics/metrics.js';
import { TimerMetrics } from './metrics/timer-metrics.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { AccessGuard } from './security/access.guard.js';
import { PurposeGuard } from './security/purpose.guard.js';
import { StatedPolicies } from './security/stated-policies.js';
import { TokenVerifier } from './security/token-verifier.js';
import { SERVICE } from './service-token.js';
import { TimerHandlers } from './timers/timer-handlers.js';
import { Timers } from './timers/timers.js';
import { TimersRepository } from './timers/timers.repository.js';
import { RequestValidationPipe } from './validation/request-validation.pipe.js';

/** What a service states about itself; one without a database says so and has no timers and no idempotency keys. */
export interface PlatformOptions {
  service: Service;
  /** The service's own extension of ServiceConfig; it is injected under both. */
  config?: Type<ServiceConfig>;
  rows?: readonly unknown[];
  database?: boolean;
}

const PROVIDED = [Clock, MachineClock, LawInForce, Readiness, Metrics, TokenVerifier];
const INTERNAL: Provider[] = [
  OwnReadiness,
  MemoryAtRest,
  StatedPolicies,
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_GUARD, useClass: PurposeGuard },
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_PIPE, useClass: RequestValidationPipe },
];
const WITH_DATABASE = [Timers, TimersRepository, IdempotencyKeysRepository, IdempotencyInterceptor];

/** Everything that is the same in all services. Needs the configuration that `createApplication` provides. */
@Module({})
export class PlatformModule {
  /** The platform of one service, global in its application. */
  static forService({ service, config, rows = [], database = true }: PlatformOptions): DynamicModule {
    const own: Provider[] = config ? [{ provide: config, useExisting: ServiceConfig }] : [];
    const stored = database ? WITH_DATABASE : [];
    const named: Provider = { provide: SERVICE, useValue: service };
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DiscoveryModule,
        TerminusModule.forRoot({ logger: false }),
        logging(service),
        ...(database ? [DatabaseModule.for(service, rows)] : []),
      ],
      controllers: [HealthController, MetricsController],
      providers: [named, ...own, ...PROVIDED, ...INTERNAL, ...stored, ...(database ? [TimerHandlers, IdempotencyPurge, TimerMetrics] : [])],
      exports: [SERVICE, ...(config ? [config] : []), ...PROVIDED, ...stored],
    };
  }
}

const logging = (service: Service): DynamicModule =>
  LoggerModule.forRootAsync({
    inject: [ServiceConfig, { token: LOG_STREAM, optional: true }],
    useFactory: (config: ServiceConfig, stream?: never) => loggerParams(service, config, stream),
  });

import type { Service } from '@chengxin/contracts';
import type { Params } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import type { ServiceConfig } from '../config/service-config.js';
import { correlation } from '../correlation/correlation.js';
import { REDACTED_PATHS, redactLine } from './redaction.js';

/** Injection token of another destination of the log than standard output. */
export const LOG_STREAM = Symbol('LOG_STREAM');

/** What runs is named in every line, by its correlation. */
function fromCorrelation(): object {
  const { correlationId, causationId, actor } = correlation.getStore() ?? {};
  return { correlationId, causationId, actor };
}

/** The settings of the log: JSON lines of pino, with the correlation in all and personal data in none. */
export function loggerParams(service: Service, config: ServiceConfig, stream?: DestinationStream): Params {
  const options: Params['pinoHttp'] = {
    level: config.logLevel,
    base: { service, instance: config.instance },
    mixin: fromCorrelation,
    redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
    hooks: { streamWrite: redactLine },
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
  return { pinoHttp: stream ? [options, stream] : options, forRoutes: [] }; // requests are logged by a hook of ours
}

import { RequestMethod } from '@nestjs/common';
import type { Service } from '@chengxin/contracts';
import type { Params } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import type { ServiceConfig } from '../config/service-config.js';
import { correlation } from '../correlation/correlation.js';
import { REDACTED_PATHS, redactLine } from './redaction.js';

/** Injection token of another destination of the log than standard output. */
export const LOG_STREAM = Symbol('LOG_STREAM');

const QUIET = /^\/(health\/|metrics)/;

/** What runs is named in every line, by its correlation. */
function fromCorrelation(): object {
  const { correlationId, causationId, actor } = correlation.getStore() ?? {};
  return { correlationId, causationId, actor };
}

/** The settings of the log: JSON lines of pino, one for each request, with the correlation in all and personal data in none. */
export function loggerParams(service: Service, config: ServiceConfig, stream?: DestinationStream): Params {
  const options: Params['pinoHttp'] = {
    level: config.logLevel,
    base: { service, instance: config.instance },
    mixin: fromCorrelation,
    redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
    hooks: { streamWrite: redactLine },
    quietReqLogger: true,
    autoLogging: { ignore: (request) => QUIET.test(request.url ?? '') },
    customLogLevel: (_request, reply, error) => (error || reply.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
  return {
    pinoHttp: stream ? [options, stream] : options,
    // nestjs-pino's own default route never matches on the Fastify adapter
    forRoutes: [{ path: '*path', method: RequestMethod.ALL }],
  };
}

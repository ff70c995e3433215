import { correlation } from '@chengxin/platform';
import type { FastifyRequest } from 'fastify';

/** The only headers of a caller that a service gets to see; whatever else could pass for one of ours stays outside. */
const PASSED_ON = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'case-number',
  'content-encoding',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'last-event-id',
  'purpose',
  'range',
  'user-agent',
];

/** Headers of an answer that concern one connection only (RFC 9110, 7.6.1), or tell what the service runs on. */
const NOT_PASSED_BACK = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-powered-by',
]);

type Caller = Pick<FastifyRequest, 'ip' | 'host' | 'protocol'>;
type Headers = Record<string, string | string[] | undefined>;

/** What the service gets: the caller's headers that are passed on, the correlation of this request, and who is behind the gateway. */
export function requestHeaders(request: Caller, headers: Headers): Headers {
  const { correlationId, traceparent } = correlation.getStore() ?? {};
  const passed: Headers = {
    host: headers.host,
    'x-correlation-id': correlationId,
    'x-forwarded-for': request.ip,
    'x-forwarded-host': request.host,
    'x-forwarded-proto': request.protocol,
  };
  if (traceparent) passed.traceparent = traceparent;
  for (const name of PASSED_ON) if (headers[name] !== undefined) passed[name] = headers[name];
  return passed;
}

/** What the caller gets of a service's headers. */
export function answerHeaders(headers: Headers): Headers {
  const named = namedBy(headers.connection);
  const passed: Headers = {};
  for (const name in headers) if (!NOT_PASSED_BACK.has(name) && !named.includes(name)) passed[name] = headers[name];
  return passed;
}

/** The headers that a connection names as its own; `keep-alive` alone, which is usual, is one of those not passed back. */
function namedBy(connection: string | string[] | undefined): string[] {
  if (connection === undefined || connection === 'keep-alive') return [];
  return String(connection)
    .toLowerCase()
    .split(/[\s,]+/);
}

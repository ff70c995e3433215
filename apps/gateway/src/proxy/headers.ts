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
  const passed = Object.fromEntries(PASSED_ON.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]));
  const { correlationId, traceparent } = correlation.getStore() ?? {};
  return {
    ...passed,
    host: headers.host,
    'x-correlation-id': correlationId,
    ...(traceparent && { traceparent }),
    'x-forwarded-for': request.ip,
    'x-forwarded-host': request.host,
    'x-forwarded-proto': request.protocol,
  };
}

/** What the caller gets of a service's headers. */
export function answerHeaders(headers: Headers): Headers {
  const named = String(headers.connection ?? '')
    .toLowerCase()
    .split(/[\s,]+/);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED_BACK.has(name) && !named.includes(name)));
}

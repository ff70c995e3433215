import type { FastifyInstance, FastifyRequest } from 'fastify';
import { correlation, correlationOf, type Correlation } from './correlation.js';

const stores = new WeakMap<FastifyRequest, Correlation>();

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/**
 * Gives every request its correlation (headers `X-Correlation-Id` and `traceparent`, in and out). Hooks of Fastify
 * itself, because its adapter does not call a middleware for every path; entered a second time before validation,
 * because reading a body leaves the first context.
 */
export function addCorrelationHooks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const store = correlationOf({ correlationId: header(request, 'x-correlation-id'), traceparent: header(request, 'traceparent') });
    stores.set(request, store);
    reply.header('x-correlation-id', store.correlationId);
    if (store.traceparent) reply.header('traceparent', store.traceparent);
    correlation.run(store, done);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    const store = stores.get(request);
    if (store) correlation.run(store, done);
    else done();
  });
}

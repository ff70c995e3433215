import type { FastifyInstance } from 'fastify';

const weak = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Answers 304 where If-None-Match names the entity tag of the answer (RFC 9110, weak comparison). */
export function addNotModifiedHook(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const tag = reply.getHeader('etag');
    const asked = request.headers['if-none-match'];
    const same = typeof tag === 'string' && asked !== undefined && asked.split(',').some((one) => weak(one) === weak(tag));
    if (!same || request.method !== 'GET' || reply.statusCode !== 200) return done(null, payload);
    reply.code(304).removeHeader('content-length').removeHeader('content-type');
    return done(null, null);
  });
}

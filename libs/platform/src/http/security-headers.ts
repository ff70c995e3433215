import type { FastifyInstance } from 'fastify';

/** On every answer: nothing is guessed, framed, run or told on. A page that runs something states a policy of its own. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Gives every answer its security headers before anything else happens to it, so that its route may state a policy of its own. */
export function addSecurityHeadersHook(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
}

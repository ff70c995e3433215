import type { FastifyInstance } from 'fastify';
import type { PinoLogger } from 'nestjs-pino';

const QUIET = /^\/(health\/|metrics)/;

/**
 * Writes one line for each request once it is answered or its caller is gone. A hook of Fastify itself: the middleware of `nestjs-pino`
 * makes two loggers for every request before anybody knows whether a line is wanted.
 */
export function addRequestLogHook(fastify: FastifyInstance, { logger }: PinoLogger): void {
  fastify.addHook('onResponse', ({ raw: req, url }, { raw: res, statusCode, elapsedTime }, done) => {
    const level = statusCode >= 500 ? 'error' : 'info';
    if (logger.isLevelEnabled(level) && !QUIET.test(url)) {
      logger[level]({ req, res, responseTime: Math.round(elapsedTime) }, res.writableEnded ? 'request completed' : 'request aborted');
    }
    done();
  });
}

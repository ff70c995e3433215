import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlation } from '../correlation/correlation.js';
import { refusalOf, sendProblem } from './problem-document.js';

/**
 * Answers every exception with a problem document: a refusal with its facts and texts, a fault with 500 and the
 * correlation id alone. Refusals are logged as info, faults as errors.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw exception;
    const http = host.switchToHttp();
    const refusal = refusalOf(exception);
    if (refusal) this.logger.log({ code: refusal.code }, 'refused');
    else this.logger.error(exception);
    sendProblem(refusal, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), correlation.getStore()?.correlationId);
  }
}

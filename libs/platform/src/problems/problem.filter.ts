import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlation } from '../correlation/correlation.js';
import { faultOf, refusalOf, sendProblem } from './problem-document.js';

/**
 * Answers every exception with a problem document: a refusal with its facts and texts, a fault of the surroundings with 503, any
 * other with 500 and the correlation id alone. Refusals are logged as info, faults as errors.
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
    const told = refusal ?? faultOf(exception);
    sendProblem(told, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), correlation.getStore()?.correlationId);
  }
}

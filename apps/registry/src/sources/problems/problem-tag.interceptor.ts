import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { etag } from '@chengxin/platform';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { ProblemHistoryDto } from './dto/problem.dto.js';

/** Gives the answer with a problem the ETag of its version and its address. */
@Injectable()
export class ProblemTag implements NestInterceptor<ProblemHistoryDto, ProblemHistoryDto> {
  intercept(context: ExecutionContext, next: CallHandler<ProblemHistoryDto>): Observable<ProblemHistoryDto> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((problem) => {
        const address = `/api/v1/sources/${problem.unit}/problems/${problem.problemId}`;
        void reply.header('etag', etag(problem.version)).header('location', address);
        return problem;
      }),
    );
  }
}

import { etag } from '@chengxin/platform';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { type CaseView } from './dto/case.view.js';

/** Gives the answer with a case the ETag of its version. */
@Injectable()
export class VersionTag implements NestInterceptor<CaseView, CaseView> {
  intercept(context: ExecutionContext, next: CallHandler<CaseView>): Observable<CaseView> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((view) => {
        reply.header('etag', etag(view.version));
        return view;
      }),
    );
  }
}

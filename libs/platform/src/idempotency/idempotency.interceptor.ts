import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { canonicalJson, maskPersonalNumbers } from '@chengxin/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, from, type Observable } from 'rxjs';
import { correlation } from '../correlation/correlation.js';
import { InvalidRequest } from '../problems/invalid-request.js';
import { PLATFORM_REFUSALS } from '../problems/platform-refusals.js';
import { problem } from '../problems/refused-problem.js';
import { ANYONE, type RequestWithActor } from '../security/actor.js';
import { IdempotencyKeysRepository, type KeptAnswer } from './idempotency-keys.repository.js';
import type { PendingRequest } from './pending-request.js';

const KEPT_HEADERS = ['location', 'etag', 'content-type'];
const BAD_KEY = {
  in: 'header',
  pointer: '/idempotency-key',
  rule: 'idempotencyKey',
  zh: '必须是 1 至 255 个可见字符，且不含身份证件号码或电话号码',
  en: 'must be 1 to 255 visible characters, and no identity or telephone number',
} as const;
const ASK_AGAIN_MS = 50;
const PATIENCE_MS = 10_000;

type Request = FastifyRequest & RequestWithActor;

const isKey = (text: string): boolean => /^[\x21-\x7e]{1,255}$/.test(text) && maskPersonalNumbers(text) === text;
/** An address is compared, never read again, and somebody's number may stand in it. */
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Carries out a creating request with an Idempotency-Key once; the same request again gets the same answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly keys: IdempotencyKeysRepository) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || !isKey(key)) throw new InvalidRequest([BAD_KEY]);
    return from(this.once(request, context.switchToHttp().getResponse<FastifyReply>(), key, next));
  }

  private async once(request: Request, reply: FastifyReply, key: string, next: CallHandler): Promise<unknown> {
    const scope = `${(request.actor ?? ANYONE).subject} ${request.method} ${digestOf(request.url)}`;
    const fingerprint = fingerprintOf(request);
    for (let waited = 0; ; waited += ASK_AGAIN_MS) {
      const { mine, row, pending } = await this.keys.claim(scope, key, fingerprint);
      if (mine) return this.carryOut(pending, reply, next);
      if (row.fingerprint && row.fingerprint !== fingerprint) throw problem('request.idempotency-key-reused', {}, PLATFORM_REFUSALS);
      if (row.answer) return replay(row.answer, reply);
      if (row.abandoned || waited >= PATIENCE_MS) throw problem(unanswered(row.committed), {}, PLATFORM_REFUSALS);
      await wait(ASK_AGAIN_MS);
    }
  }

  private async carryOut(pending: PendingRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const store = correlation.getStore();
    if (store) store.pending = pending;
    let body: unknown;
    try {
      body = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.keys.release(pending);
      throw error;
    } finally {
      if (store) store.pending = undefined;
    }
    await this.keys.keep(pending, { status: reply.statusCode, headers: keptHeaders(reply), body });
    return body;
  }
}

const unanswered = (committed: boolean) => (committed ? 'request.idempotency-answer-lost' : 'request.idempotency-key-in-progress');

/** What makes two requests the same: a JSON body; of a file, which is not read here, its length and type. */
function fingerprintOf({ body, headers }: Request): string {
  const content = body === undefined ? `${headers['content-type']?.split(';')[0]} ${headers['content-length']}` : canonicalJson(body);
  return createHash('sha256').update(content).digest('hex');
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  const given = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

function replay({ status, headers, body }: KeptAnswer, reply: FastifyReply): unknown {
  void reply.status(status).headers({ ...headers, 'idempotency-replayed': 'true' });
  return body;
}

import { HttpException } from '@nestjs/common';
import { maskPersonalNumbers } from '@chengxin/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOfSurroundings } from '../database/surroundings.js';
import { BODY_LIMIT_BYTES } from '../http/limits.js';
import { SECURITY_HEADERS } from '../http/security-headers.js';
import { InvalidRequest } from './invalid-request.js';
import { PLATFORM_REFUSALS, type PlatformRefusal } from './platform-refusals.js';
import { problem, RefusedProblem } from './refused-problem.js';

const BY_STATUS: Partial<Record<number, PlatformRefusal>> = {
  401: 'access.sign-in-needed',
  403: 'access.not-allowed',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  415: 'request.media-type',
  429: 'request.too-many',
  503: 'service.unavailable',
};
const FAULT = { zh: '系统内部错误，请凭关联编号联系管理员', en: 'An internal fault; give the correlation id to the administrator' };
const UNREADABLE = { in: 'body', pointer: '', rule: 'json', zh: '不是有效的 JSON', en: 'is not valid JSON' } as const;
const OF_A_PIPE = 'Validation failed';
const MALFORMED = { in: 'path', pointer: '', rule: 'format', zh: '格式不符合要求', en: 'does not have the required form' } as const;
const BAD_ADDRESS = { in: 'path', pointer: '', rule: 'address', zh: '地址格式有误', en: 'is not a well-formed address' } as const;

const AGAIN_IN_SECONDS = '5';

/** What the framework refuses on its own (unknown route, unreadable body, …) in the platform's words; undefined for a fault. */
export function refusalOf(exception: unknown): RefusedProblem | undefined {
  if (exception instanceof RefusedProblem) return exception;
  if (!(exception instanceof HttpException)) return undefined;
  const status = exception.getStatus();
  if (status === 400) return new InvalidRequest([exception.message.startsWith(OF_A_PIPE) ? MALFORMED : UNREADABLE]);
  if (status === 413) return problem('request.too-large', { limitBytes: BODY_LIMIT_BYTES }, PLATFORM_REFUSALS);
  const code = BY_STATUS[status];
  if (code) return problem(code, {}, PLATFORM_REFUSALS);
  return status < 500 ? new RefusedProblem('request.refused', {}, { ...PLATFORM_REFUSALS['request.refused'], status }) : undefined;
}

/** What the caller of a faulty request is told: to come again where the fault lies in the surroundings, else nothing but that it is one. */
export const faultOf = (fault: unknown): RefusedProblem | undefined =>
  isOfSurroundings(fault) ? problem('service.unavailable', {}, PLATFORM_REFUSALS) : undefined;

/** `repair.publicity-running` reads "Publicity running". */
const titleOf = (code: string): string => {
  const words = code.slice(code.indexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const withoutPersonalNumbers = (_name: string, value: unknown): unknown => (typeof value === 'string' ? maskPersonalNumbers(value) : value);

const prefersEnglish = (request: FastifyRequest): boolean => /^\s*en\b/i.test(request.headers['accept-language'] ?? '');

/**
 * Sends a refusal, or a fault without one, as `application/problem+json` (RFC 9457). What a caller wrote comes back in it without the
 * identity and telephone numbers.
 */
export function sendProblem(
  refusal: RefusedProblem | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  correlationId?: string,
): void {
  const status = refusal?.status ?? 500;
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (status === 503) void reply.header('retry-after', AGAIN_IN_SECONDS);
  const english = prefersEnglish(request);
  void reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', english ? 'en' : 'zh-CN')
    .send(JSON.stringify(documentOf(refusal, english, correlationId), withoutPersonalNumbers));
}

/** The document of a refusal, or of a fault without one, with the texts in both languages. */
export function documentOf(refusal: RefusedProblem | undefined, english: boolean, correlationId: string | undefined): object {
  const texts = refusal?.texts ?? FAULT;
  const code = refusal?.code ?? 'service.fault';
  return {
    ...refusal?.facts,
    type: `/problems/${code}`,
    title: titleOf(code),
    status: refusal?.status ?? 500,
    detail: english ? texts.en : texts.zh,
    texts,
    correlationId,
  };
}

/** Answers what the router itself turns away, a malformed address, before any hook has run. */
export function sendUnroutable(request: FastifyRequest, reply: FastifyReply, correlationId: string): void {
  sendProblem(new InvalidRequest([BAD_ADDRESS]), request, reply.headers(SECURITY_HEADERS), correlationId);
}

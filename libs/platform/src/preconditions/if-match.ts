import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidRequest } from '../problems/invalid-request.js';
import { PLATFORM_REFUSALS } from '../problems/platform-refusals.js';
import { problem } from '../problems/refused-problem.js';

const NOT_A_VERSION = {
  in: 'header',
  pointer: '/if-match',
  rule: 'etag',
  zh: '不是本系统给出的 ETag',
  en: 'is not an ETag of this system',
} as const;

/** The entity tag of a version (RFC 9110): a quoted number. */
export const etag = (version: number): string => `"${version}"`;

/** The version in an If-Match header. Throws 428 without the header and 400 when it is no entity tag of ours. */
export function versionIn(header: string | undefined): number {
  if (header === undefined) throw problem('request.precondition-needed', {}, PLATFORM_REFUSALS);
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new InvalidRequest([NOT_A_VERSION]);
  return Number(version);
}

/** Gives a controller's method the version that the change is based on, from If-Match; 428 without. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  versionIn(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/**
 * Gives a controller's method the version that the change of something which may not exist yet is based on: that in If-Match, or 0 where
 * `If-None-Match: *` says that there is none; 428 without either.
 */
export const IfMatchOrNone = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return headers['if-none-match']?.trim() === '*' ? 0 : versionIn(headers['if-match']);
});

/** Throws 412 when what is to be changed has another version than the change was based on. */
export function requireVersion(current: number, given: number): void {
  if (current !== given) throw problem('request.precondition-failed', { version: current }, PLATFORM_REFUSALS);
}

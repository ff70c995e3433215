import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { correlationOf } from '../correlation/correlation.js';
import { InvalidRequest } from '../problems/invalid-request.js';
import { PLATFORM_REFUSALS } from '../problems/platform-refusals.js';
import { documentOf } from '../problems/problem-document.js';
import { problem, type RefusedProblem } from '../problems/refused-problem.js';
import { HEAD_LIMIT_BYTES, HEAD_SECONDS, REQUEST_SECONDS } from './limits.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** What Node's parser says of a request that it does not read. */
export type ClientError = Error & { code?: string };

const NOT_ENCODED = {
  in: 'path',
  pointer: '',
  rule: 'encoded',
  zh: '地址只能使用 ASCII 字符；中文等其他字符须按 UTF-8 进行百分号编码（如“云”写作 %E4%BA%91）',
  en: 'has only ASCII characters; percent-encode every other one as UTF-8 (云 is written %E4%BA%91)',
} as const;
const NOT_HTTP = {
  in: 'header',
  pointer: '',
  rule: 'http',
  zh: '不是有效的 HTTP/1.1 请求；地址和请求头中的中文等非 ASCII 字符须进行百分号编码',
  en: 'is not a well-formed HTTP/1.1 request; percent-encode what is not ASCII in the address and the headers',
} as const;

/** The problem of a request that Node's HTTP parser refused: 431, 408, or 400 that says to percent-encode. */
export function clientProblem({ code }: ClientError): RefusedProblem {
  if (code === 'HPE_HEADER_OVERFLOW') return problem('request.head-too-large', { limitBytes: HEAD_LIMIT_BYTES }, PLATFORM_REFUSALS);
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return problem('request.too-slow', { headSeconds: HEAD_SECONDS, limitSeconds: REQUEST_SECONDS }, PLATFORM_REFUSALS);
  return new InvalidRequest([code === 'HPE_INVALID_URL' ? NOT_ENCODED : NOT_HTTP]);
}

/** Answers on the bare socket, where there is no request yet, and closes it; who has gone already gets nothing. */
export function answerClientError(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refusal = clientProblem(error);
  const { correlationId } = correlationOf({});
  const body = JSON.stringify(documentOf(refusal, false, correlationId));
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': 'zh-CN',
    'content-length': String(Buffer.byteLength(body)),
    'x-correlation-id': correlationId,
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${[`${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`, ...lines].join('\r\n')}\r\n\r\n${body}`);
}

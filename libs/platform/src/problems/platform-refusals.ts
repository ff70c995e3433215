import type { RefusalTable } from './refused-problem.js';

/** What the platform itself refuses, before or around the rules of a context. */
export type PlatformRefusal =
  | 'request.invalid'
  | 'request.not-found'
  | 'request.method-not-allowed'
  | 'request.too-large'
  | 'request.head-too-large'
  | 'request.too-slow'
  | 'request.media-type'
  | 'request.too-many'
  | 'request.precondition-needed'
  | 'request.precondition-failed'
  | 'request.idempotency-key-reused'
  | 'request.idempotency-key-in-progress'
  | 'request.idempotency-answer-lost'
  | 'request.refused'
  | 'access.sign-in-needed'
  | 'access.not-allowed'
  | 'access.purpose-needed'
  | 'access.issuer-unreachable'
  | 'service.unavailable';

/** Statuses and texts of the platform's refusals. */
export const PLATFORM_REFUSALS: RefusalTable<PlatformRefusal> = {
  'request.invalid': { status: 400, zh: '请求内容不符合要求', en: 'The request does not have the required shape' },
  'request.not-found': { status: 404, zh: '没有找到所请求的内容', en: 'What was asked for was not found' },
  'request.method-not-allowed': { status: 405, zh: '此地址不支持该方法', en: 'The address does not take this method' },
  'request.too-large': {
    status: 413,
    zh: '请求内容过大，上限为 {limitBytes} 字节',
    en: 'The request is too large; at most {limitBytes} bytes are taken',
  },
  'request.head-too-large': {
    status: 431,
    zh: '请求行与请求头过大，上限合计 {limitBytes} 字节',
    en: 'Request line and headers are too large; together at most {limitBytes} bytes are taken',
  },
  'request.too-slow': {
    status: 408,
    zh: '请求未在时限内到达：请求头限 {headSeconds} 秒，整个请求限 {limitSeconds} 秒',
    en: 'The request did not arrive in time: its head within {headSeconds} s, the whole within {limitSeconds} s',
  },
  'request.media-type': {
    status: 415,
    zh: '不支持的内容类型，请使用 application/json',
    en: 'The content type is not taken; use application/json',
  },
  'request.too-many': {
    status: 429,
    zh: '请求过于频繁：每分钟上限 {limit} 次，请 {seconds} 秒后再试',
    en: 'Too many requests: at most {limit} a minute; try again in {seconds} s',
  },
  'request.precondition-needed': {
    status: 428,
    zh: '修改须在 If-Match 中带上所依据的版本',
    en: 'A change needs the version it is based on in If-Match',
  },
  'request.precondition-failed': {
    status: 412,
    zh: '内容已被更新，当前版本为 {version}',
    en: 'It has been changed since; its version is now {version}',
  },
  'request.idempotency-key-reused': {
    status: 422,
    zh: '该 Idempotency-Key 已用于另一请求',
    en: 'This Idempotency-Key was used for another request',
  },
  'request.idempotency-key-in-progress': {
    status: 409,
    zh: '同一 Idempotency-Key 的请求正在处理，请稍后再试',
    en: 'A request with this Idempotency-Key is under way; try again later',
  },
  'request.idempotency-answer-lost': {
    status: 409,
    zh: '该请求已执行完毕，但答复未能保存，请直接查询结果',
    en: 'This request was carried out but its answer was not kept; read the result instead',
  },
  'request.refused': { status: 400, zh: '请求未被接受', en: 'The request was not accepted' },
  'access.sign-in-needed': { status: 401, zh: '请先登录，或登录已失效', en: 'Sign in first, or again' },
  'access.not-allowed': { status: 403, zh: '您没有此项权限', en: 'You may not do this' },
  'access.purpose-needed': {
    status: 403,
    zh: '此处不是公开信息：请在请求头 Purpose（查询目的代码）与 Case-Number（办件编号，百分号编码）中说明为何查询；purposes 列出可用的目的',
    en: 'This is not public: say why you look in the headers Purpose (a code) and Case-Number (percent-encoded); purposes lists those open to you',
  },
  'access.issuer-unreachable': { status: 503, zh: '暂时无法核验登录，请稍后再试', en: 'Sign-in cannot be checked now; try again later' },
  'service.unavailable': { status: 503, zh: '服务暂不可用，请稍后再试', en: 'The service is not available now; try again later' },
};

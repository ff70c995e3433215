import { describe, expect, test } from '@jest/globals';
import { clientProblem, type ClientError } from './client-errors.js';

const errorOf = (code: string): ClientError => Object.assign(new Error('Parse Error'), { code });

describe('what the parser refuses', () => {
  test.each([
    ['HPE_INVALID_URL', 400, 'request.invalid', '百分号编码', 'percent-encode'],
    ['HPE_INVALID_HEADER_TOKEN', 400, 'request.invalid', '百分号编码', 'percent-encode'],
  ])('%s is told to percent-encode, in both languages', (code, status, name, zh, en) => {
    const refusal = clientProblem(errorOf(code));
    expect(refusal).toMatchObject({ status, code: name });
    expect(refusal.facts['errors']).toEqual([
      expect.objectContaining({ zh: expect.stringContaining(zh), en: expect.stringContaining(en) }),
    ]);
  });

  test.each([
    ['HPE_HEADER_OVERFLOW', 431, { limitBytes: 16_384 }, '16384'],
    ['ERR_HTTP_REQUEST_TIMEOUT', 408, { headSeconds: 60, limitSeconds: 600 }, '600'],
  ])('%s names its limit', (code, status, facts, limit) => {
    const refusal = clientProblem(errorOf(code));
    expect(refusal).toMatchObject({ status, facts });
    expect([refusal.texts.zh, refusal.texts.en]).toEqual([expect.stringContaining(limit), expect.stringContaining(limit)]);
  });
});

import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { BODY_LIMIT, limited, refuseTooLarge } from './body-limit.js';

describe('a body', () => {
  test('goes through unchanged up to the limit', async () => {
    const body = new PassThrough();
    const read = buffer(limited(body, 6));
    body.write('abc');
    body.end('def');
    expect(String(await read)).toBe('abcdef');
  });

  test('fails beyond the limit, and what still comes is dropped', async () => {
    const body = new PassThrough();
    const read = buffer(limited(body, 4));
    body.write('abc');
    body.write('def');
    await expect(read).rejects.toMatchObject({ code: 'request.too-large' });
    body.end('ghi');
    await new Promise((ended) => body.once('end', ended));
  });

  test('breaks off when the caller does', async () => {
    const body = new PassThrough();
    const read = buffer(limited(body, 10));
    body.write('abc');
    body.destroy();
    await expect(read).rejects.toThrow('the caller broke off');
  });

  test('that says it is too large is refused before it comes', () => {
    expect(() => refuseTooLarge(String(BODY_LIMIT))).not.toThrow();
    expect(() => refuseTooLarge(undefined)).not.toThrow();
    expect(() => refuseTooLarge(String(BODY_LIMIT + 1))).toThrow('request.too-large');
  });
});

import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { correlation } from '../correlation/correlation.js';
import { loadConfig } from '../config/load-config.js';
import { ServiceConfig } from '../config/service-config.js';
import { loggerParams } from './logger-params.js';

const CITIZEN = '11010519491231002X';
const TOKEN = `${['eyJhbGciOiJFUzI1NiJ9', 'eyJzdWIiOiJ4In0', 'c2lnbmF0dXJl'].join('.')}`;
const config = loadConfig(ServiceConfig, {
  PORT: '1',
  DATABASE_URL: 'postgres://x@127.0.0.1/x',
  KAFKA_BROKERS: '127.0.0.1:1',
  OIDC_ISSUER: 'http://127.0.0.1:1',
});

function logged(write: (logger: ReturnType<typeof pino>) => void): string {
  let written = '';
  const { pinoHttp } = loggerParams('registry', config);
  write(pino(pinoHttp as object, { write: (line: string) => (written += line) }));
  return written;
}

describe('the log', () => {
  test.each([
    ['an identity number in a message', CITIZEN, (log: ReturnType<typeof pino>) => log.info(`party ${CITIZEN} refused`)],
    ['an identity number in a member', CITIZEN, (log: ReturnType<typeof pino>) => log.info({ row: { text: `王某 ${CITIZEN}` } }, 'row')],
    ['a telephone number in an error', '13912345678', (log: ReturnType<typeof pino>) => log.error(new Error('call 13912345678'))],
    ['a telephone number on a line of its own', '13912345678', (log: ReturnType<typeof pino>) => log.error(new Error('call\n13912345678'))],
    [
      'a telephone number behind Chinese in an address',
      '13912345678',
      (log: ReturnType<typeof pino>) => log.info('/subjects?q=%E7%94%B513912345678'),
    ],
    ['a token', 'eyJ', (log: ReturnType<typeof pino>) => log.info(`got ${TOKEN}`)],
    [
      'a named secret',
      'hunter2',
      (log: ReturnType<typeof pino>) => log.info({ config: { password: 'hunter2' }, password: 'hunter2' }, 'x'),
    ],
    ['the name of a person', '王某', (log: ReturnType<typeof pino>) => log.info({ subject: { legalRepresentative: '王某' } }, 'x')],
    ['a webhook secret', 'MfKQ9r8GKYqr', (log: ReturnType<typeof pino>) => log.error(new Error('cannot sign with whsec_MfKQ9r8GKYqrTwjU'))],
    ['credentials in a message', 'dXNlcjpwYXNz', (log: ReturnType<typeof pino>) => log.warn('sent Authorization: Basic dXNlcjpwYXNz')],
    ['an opaque token', 'a1b2c3d4e5', (log: ReturnType<typeof pino>) => log.warn('sent authorization: bearer a1b2c3d4e5')],
    [
      'the headers of a request',
      'opaque-token',
      (log: ReturnType<typeof pino>) => log.info({ req: { method: 'GET', url: '/', headers: { authorization: 'opaque-token' } } }, 'x'),
    ],
    [
      'the password of a broker',
      'br0ker',
      (log: ReturnType<typeof pino>) => log.error({ sasl: { username: 'rating', password: 'br0ker' } }, 'x'),
    ],
    ['the password of an address', 's3cret', (log: ReturnType<typeof pino>) => log.error(new Error('postgres://registry:s3cret@db/x'))],
  ])('does not hold %s', (_, secret, write) => {
    const line = logged(write);
    expect(line).not.toBe('');
    expect(line).not.toContain(secret);
    expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  test('keeps what is public: credit codes, amounts, dates and identifiers', () => {
    const facts = { code: '91429500MA7XYZ1234', amount: '120000.00', on: '2026-05-11', id: '0196bfa0-1d6b-7b57-9f7c-111122223333' };
    const line = logged((log) => log.info(facts, 'kept'));
    expect(JSON.parse(line)).toMatchObject(facts);
  });

  test('names the correlation, the cause and the actor of what runs', () => {
    const store = { correlationId: 'c-1', causationId: 'e-1', actor: 'li' };
    const line = correlation.run(store, () => logged((log) => log.info('x')));
    expect(JSON.parse(line)).toMatchObject({ ...store, service: 'registry' });
  });
});

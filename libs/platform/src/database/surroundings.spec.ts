import { expect, test } from '@jest/globals';
import { isOfSurroundings } from './surroundings.js';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

test.each([
  ['a lost connection', coded('08006')],
  ['a full disk', coded('53100')],
  ['a broken file', coded('58030')],
  ['a server that stops', coded('57P01')],
  ['a session that was idle too long', coded('57P05')],
  ['a race', coded('40001')],
  ['a deadlock', coded('40P01')],
  ['a lock not given', coded('55P03')],
  ['a refused connection', coded('ECONNREFUSED')],
  ['what pg says without a code', new Error('Connection terminated unexpectedly')],
  ['what TypeORM says of a connection that was cut', new Error('Database connection provided by a query runner was already released')],
  ['what lies below', Object.assign(new Error('query failed'), { driverError: coded('57P03') })],
])('%s is waited out', (_, fault) => {
  expect(isOfSurroundings(fault)).toBe(true);
});

test.each([
  ['a cancelled statement', coded('57014')],
  ['a duplicate', coded('23505')],
  ['a value of the wrong form', coded('22P02')],
  ['a fault in code', new TypeError('x is not a function')],
  ['nothing', undefined],
])('%s belongs to the event', (_, fault) => {
  expect(isOfSurroundings(fault)).toBe(false);
});

import { expect, test } from '@jest/globals';
import { cut } from './cut.js';
import type { OutboxRow } from './outbox-row.js';

const row = (type: string, size = 10): OutboxRow => ({
  xid: '1',
  position: '1',
  topic: 't',
  key: 'k',
  eventId: 'e',
  type,
  payload: Buffer.alloc(size),
});
const lengthOf = (...rows: OutboxRow[]): number => cut(rows, ({ type }) => type === 'beat').length;

test.each([
  ['everything up to a heartbeat', [row('a'), row('a'), row('beat'), row('a')], 2],
  ['a heartbeat alone', [row('beat'), row('a')], 1],
  ['what fits in a record batch', [row('a', 500_000), row('a', 300_000), row('a', 300_000)], 2],
  ['one event, however large', [row('a', 2_000_000), row('a')], 1],
  ['all when there is no more', [row('a'), row('a')], 2],
])('a send takes %s', (_, rows, length) => {
  expect(lengthOf(...rows)).toBe(length);
});

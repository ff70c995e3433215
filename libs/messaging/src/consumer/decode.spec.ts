import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { CONTRACTS, RecordAnnulledV1, type Envelope } from '@chengxin/contracts';
import { decode, type Message } from './decode.js';
import { Subscriptions } from './subscriptions.js';

const golden = (): Envelope =>
  JSON.parse(readFileSync(new URL('../../../contracts/src/record-annulled.v1.json', import.meta.url), 'utf8')) as Envelope;
const message = (value: string | Buffer | null, key: string | Buffer | null = 'k'): Message => ({
  topic: RecordAnnulledV1.topic,
  partition: 0,
  offset: '0',
  key: key === null ? null : Buffer.from(key),
  value: value === null ? null : Buffer.from(value),
});
const text = (changes: object): string => JSON.stringify({ ...golden(), ...changes });

describe('a message', () => {
  const subscriptions = new Subscriptions();
  subscriptions.add(RecordAnnulledV1, { kind: 'on', call: async () => undefined });

  test('is an event when it fits its contract, unknown fields or not', () => {
    const found = decode(message(text({ more: 1, data: { ...golden().data, more: 1 } })), subscriptions);
    expect(found).toMatchObject({ state: 'ready', event: { key: 'k', sequence: 7, correlationId: golden().correlationid } });
  });

  test('of a type nobody listens to is skipped, with a key or without', () => {
    const other = CONTRACTS.find(({ topic, type }) => topic === RecordAnnulledV1.topic && type !== RecordAnnulledV1.type);
    expect(decode(message(text({ type: other?.type })), subscriptions).state).toBe('skipped');
    expect(decode(message(text({ type: 'of.something.else' }), null), subscriptions).state).toBe('skipped');
  });

  test.each([
    ['no bytes', null, 'it is not a CloudEvent in JSON'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe]), 'it is not a CloudEvent in JSON'],
    ['JSON without a type', '{}', 'it is not a CloudEvent in JSON'],
    ['another version', text({ type: RecordAnnulledV1.type.replace('.v1', '.v2') }), 'is not known'],
    ['an identifier of another kind', text({ id: 'one' }), '/id'],
    ['no number', text({ sequence: '0' }), '/sequence'],
    ['data of another form', text({ data: { ...golden().data, version: 0 } }), '/version'],
  ])('with %s is unreadable', (_, value, reason) => {
    const found = decode(message(value), subscriptions);
    expect(found).toMatchObject({ state: 'unreadable', key: 'k' });
    expect(found).toHaveProperty('reason', expect.stringContaining(reason));
  });

  test.each([
    ['none', null],
    ['an empty one', ''],
    ['one that is no text', Buffer.from([0xc3, 0x28])],
    ['one the database cannot hold', 'a\0b'],
  ])('whose key is %s stands alone', (_, key) => {
    expect(decode(message(text({}), key), subscriptions)).toMatchObject({
      state: 'unreadable',
      key: undefined,
      reason: 'it has no readable key',
    });
  });
});

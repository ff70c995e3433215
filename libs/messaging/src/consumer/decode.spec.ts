import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { CONTRACTS, IsListOf, IsText, RecordAnnulledV1, RecordFact, type ContractClass, type Envelope } from '@chengxin/contracts';
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

/** What became of an annulment in two later versions that only this spec knows. */
class AnnulledV2 extends RecordFact {
  static readonly topic = RecordAnnulledV1.topic;
  static readonly type = RecordAnnulledV1.type.replace('.v1', '.v2');
  static readonly openness = RecordAnnulledV1.openness;
  static readonly succeeds = {
    contract: RecordAnnulledV1,
    upcast: ({ reason, document, on: _on, unit: _unit, ...fact }: RecordAnnulledV1): AnnulledV2 => ({
      ...fact,
      ground: `${reason} (${document})`,
    }),
  };

  @IsText() ground!: string;
}

class AnnulledV3 extends RecordFact {
  static readonly topic = AnnulledV2.topic;
  static readonly type = AnnulledV2.type.replace('.v2', '.v3');
  static readonly openness = AnnulledV2.openness;
  static readonly succeeds = {
    contract: AnnulledV2,
    upcast: ({ ground, ...fact }: AnnulledV2): AnnulledV3 => {
      if (ground.startsWith('beyond')) throw new Error('no words');
      return { ...fact, grounds: ground.split(' ') };
    },
  };

  @IsListOf(IsText) grounds!: string[];
}

describe('an event of an earlier version', () => {
  const listening = (...contracts: ContractClass[]) => {
    const subscriptions = new Subscriptions();
    for (const contract of contracts) subscriptions.add(contract, { kind: 'on', call: async () => undefined });
    return subscriptions;
  };
  const data = (changes: object) => ({ ...golden().data, reason: 'overturned', document: 'no. 1', ...changes });

  test('is brought up step by step to the one that is listened to', () => {
    const found = decode(message(text({ data: data({}) })), listening(AnnulledV3));
    expect(found).toMatchObject({ state: 'ready', event: { type: AnnulledV3.type, data: { grounds: ['overturned', '(no.', '1)'] } } });
    expect(found).not.toHaveProperty('event.data.reason');
  });

  test('is itself where that is listened to as well', () => {
    const found = decode(message(text({ data: data({}) })), listening(RecordAnnulledV1, AnnulledV3));
    expect(found).toMatchObject({ state: 'ready', event: { type: RecordAnnulledV1.type, data: { reason: 'overturned' } } });
  });

  test.each([
    ['as what it is', { version: 0 }, `it does not fit ${RecordAnnulledV1.type}: /version`],
    ['as what it becomes', { reason: 'over  turned' }, `it does not fit ${AnnulledV3.type}: /grounds/1`],
    ['what brings it up', { reason: 'beyond words' }, `it cannot be brought up from ${RecordAnnulledV1.type}: Error: no words`],
  ])('must fit %s', (_, changes, reason) => {
    const found = decode(message(text({ data: data(changes) })), listening(AnnulledV3));
    expect(found).toHaveProperty('reason', expect.stringContaining(reason));
  });

  test('of which nothing is known is unreadable, as one of a later version is', () => {
    for (const version of ['.v0', '.v4']) {
      const found = decode(message(text({ type: RecordAnnulledV1.type.replace('.v1', version) })), listening(AnnulledV3));
      expect(found).toHaveProperty('reason', expect.stringContaining('is not known'));
    }
  });

  test('counts among those that a handler takes', () => {
    const types = [AnnulledV3.type, AnnulledV2.type, RecordAnnulledV1.type];
    expect(listening(AnnulledV3).typesOf(RecordAnnulledV1.topic)).toEqual({ on: types });
    expect(listening(AnnulledV3, RecordAnnulledV1).typesOf(RecordAnnulledV1.topic).on?.sort()).toEqual(types.toSorted());
  });
});

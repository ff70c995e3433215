import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RecordAnnulledV1, RecordWithdrawnV1 } from '@chengxin/contracts';
import type { Ready } from './decode.js';
import type { Subscription } from './subscriptions.js';
import { wavesOf } from './waves.js';

const TYPES = [RecordWithdrawnV1, RecordAnnulledV1];
const subscriptions: Subscription[] = TYPES.map((contract) => ({ contract, check: () => [], handlers: [] }));

const events = fc
  .array(fc.record({ topic: fc.constantFrom('a', 'b'), key: fc.constantFrom('k', 'l', 'm'), type: fc.nat(1) }), { maxLength: 60 })
  .map((rows) =>
    rows.map(({ topic, key, type }, n) => {
      const event = { topic, key, type: TYPES[type]?.type, sequence: n };
      return { state: 'ready', event, subscription: subscriptions[type] } as unknown as Ready;
    }),
  );

const lineOf = (list: readonly Ready[], topic: string, key: string): number[] =>
  list.filter(({ event }) => event.topic === topic && event.key === key).map(({ event }) => event.sequence);

describe('waves', () => {
  test('each key keeps the order of its events of a topic', () => {
    fc.assert(
      fc.property(events, (given) => {
        const called = wavesOf(given).flatMap((call) => call.events);
        expect(called).toHaveLength(given.length);
        for (const topic of ['a', 'b'])
          for (const key of ['k', 'l', 'm']) expect(lineOf(called, topic, key)).toEqual(lineOf(given, topic, key));
      }),
    );
  });

  test('a call holds events of one type', () => {
    fc.assert(
      fc.property(events, (given) => {
        for (const { subscription, events: ofCall } of wavesOf(given)) {
          expect(ofCall.every(({ event }) => event.type === subscription.contract.type)).toBe(true);
        }
      }),
    );
  });

  test('events of many keys and one type are one call', () => {
    const one = ['k', 'l', 'm'].map(
      (key) => ({ event: { topic: 'a', key, type: 't' }, subscription: subscriptions[0] }) as unknown as Ready,
    );
    expect(wavesOf(one)).toHaveLength(1);
  });
});

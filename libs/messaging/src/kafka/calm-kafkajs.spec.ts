import { afterEach, describe, expect, test } from '@jest/globals';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import './calm-kafkajs.js';

const silent = { debug: () => undefined, warn: () => undefined };
const queue = new RequestQueue({ maxInFlightRequests: null, requestTimeout: 1_000, clientId: 'spec', broker: 'none:0', logger: silent });

afterEach(() => queue.destroy());

describe('the queue of a connection', () => {
  test('asks nothing while nothing waits', () => {
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();
  });

  test('that the broker slows down sends what waits when it may again', async () => {
    queue.maybeThrottle(20);
    const sent = new Promise((done) => {
      queue.push({ entry: { correlationId: 1 }, expectResponse: true, sendRequest: () => done('sent') });
    });
    expect(queue.pending).toHaveLength(1);
    await expect(sent).resolves.toBe('sent');
    expect(queue.throttleCheckTimeoutId).toBeNull();
  });
});

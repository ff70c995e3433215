import type { Consumer, ConsumerConfig } from 'kafkajs';

const RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 8 };

/**
 * Settings of every consumer. `ends` says whether the process ends: kafkajs must not start a consumer again that was told to stop, or
 * handlers are called after `close`.
 */
export const consumerSettings = (groupId: string, ends: () => boolean): ConsumerConfig => ({
  groupId,
  maxWaitTimeInMs: 300,
  sessionTimeout: 10_000,
  heartbeatInterval: 1_000,
  retry: { ...RETRY, restartOnFailure: async () => !ends() },
});

/** Calls `again` when a consumer has left its group for good over a fault that kafkajs does not retry. */
export function onGivenUp(consumer: Consumer, again: () => void): void {
  consumer.on(consumer.events.CRASH, ({ payload: { restart } }) => {
    if (!restart) again();
  });
}

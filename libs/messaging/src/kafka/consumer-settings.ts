import { Logger } from '@nestjs/common';
import type { Consumer, ConsumerConfig } from 'kafkajs';

const RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 8 };

/**
 * Settings of every consumer. `ends` says whether the process ends: kafkajs must not start a consumer again that was told to stop, or
 * handlers are called after `close`. The session is as short as brokers allow: so long the partitions of a killed process wait.
 */
export const consumerSettings = (groupId: string, ends: () => boolean): ConsumerConfig => ({
  groupId,
  maxWaitTimeInMs: 300,
  sessionTimeout: 6_000,
  heartbeatInterval: 1_000,
  retry: { ...RETRY, restartOnFailure: async () => !ends() },
});

/**
 * Logs once when a consumer is thrown out of its group and once when it is back. Calls `again` when it has left for good over a fault
 * that kafkajs does not retry.
 */
export function watch(consumer: Consumer, groupId: string, again: () => void): void {
  const logger = new Logger('Consumer');
  let out = false;
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!out) logger.warn(`${groupId} is out of its group: ${error.message}`);
    out = true;
    if (!restart) again();
  });
  consumer.on(consumer.events.GROUP_JOIN, () => {
    if (out) logger.log(`${groupId} is back in its group`);
    out = false;
  });
}

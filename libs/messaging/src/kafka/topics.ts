import type { Admin } from 'kafkajs';
import { TOPICS, type Topic } from '@chengxin/contracts';
import { TopicNames } from './topic-names.js';

const A_TENTH = 10;

/** A topic that forgets must also close its segments in time: the broker never deletes an open one. */
const settings = ({ retentionMs }: Topic) => [
  { name: 'retention.ms', value: String(retentionMs) },
  { name: 'cleanup.policy', value: 'delete' },
  ...(retentionMs > 0 ? [{ name: 'segment.ms', value: String(Math.ceil(retentionMs / A_TENTH)) }] : []),
];

/** Creates those of the contracts' topics that the broker does not have yet, and waits until they can be written. Gives their names. */
export async function createTopics(admin: Admin, prefix: string): Promise<string[]> {
  const names = new TopicNames(prefix);
  const known = new Set(await admin.listTopics());
  const missing = TOPICS.filter(({ name }) => !known.has(names.onBroker(name)));
  const topics = missing.map((topic) => ({
    topic: names.onBroker(topic.name),
    numPartitions: topic.partitions,
    configEntries: settings(topic),
  }));
  if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
  return topics.map(({ topic }) => topic);
}

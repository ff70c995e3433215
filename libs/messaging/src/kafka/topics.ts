import { setTimeout as sleep } from 'node:timers/promises';
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

const PATIENCE_MS = 120_000;
const LOOK_MS = 50;

/**
 * Creates those of the contracts' topics that the broker does not have yet, each with at most `mostPartitions`, and waits until they
 * can be written. Gives their names. Throws when they cannot after two minutes.
 */
export async function createTopics(admin: Admin, prefix: string, mostPartitions = Infinity): Promise<string[]> {
  const names = new TopicNames(prefix);
  const known = new Set(await admin.listTopics());
  const missing = TOPICS.filter(({ name }) => !known.has(names.onBroker(name)));
  const topics = missing.map((topic) => ({
    topic: names.onBroker(topic.name),
    numPartitions: Math.min(topic.partitions, mostPartitions),
    configEntries: settings(topic),
  }));
  const created = topics.map(({ topic }) => topic);
  if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: false });
  if (topics.length > 0) await writable(admin, created);
  return created;
}

/** For a moment the broker denies what it has just created, and names a leader that does not lead yet; the client's own wait gives up at that. */
async function writable(admin: Admin, topics: string[]): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(LOOK_MS)) {
    try {
      await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
      return;
    } catch (fault) {
      if (Date.now() > until) throw fault;
    }
  }
}

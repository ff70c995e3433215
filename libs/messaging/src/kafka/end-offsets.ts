import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Cluster, type Kafka } from 'kafkajs';
import type { TopicNames } from './topic-names.js';

/** The next offset of each partition of each topic, as the broker says now; topics by their names in the contracts. */
export type Offsets = Record<string, Record<string, string>>;

const MOST_TRIES = 5;
const PAUSE_MS = 50;
const isPassing = (error: unknown): boolean => error instanceof Error && 'retriable' in error && error.retriable === true;

/**
 * Asks for the ends of many topics in one request on a connection of its own (kafkajs's admin asks twice for each topic, and a
 * consumer's connection is busy with its long fetch). The way to kafkajs's cluster is the one it hands to partition assigners.
 */
export class EndOffsets {
  private connection?: Promise<Cluster>;

  constructor(
    private readonly kafka: Kafka,
    private readonly names: TopicNames,
    private readonly topics: readonly string[],
  ) {}

  /**
   * Reads the ends. What the broker calls passing (a new topic's leader is named before it leads) is tried again a few times. Throws
   * when the broker does not answer or does not know a topic; the next call connects anew.
   */
  async read(): Promise<Offsets> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.ask();
      } catch (error) {
        await this.close();
        if (tries === MOST_TRIES || !isPassing(error)) throw error;
        await sleep(PAUSE_MS * tries);
      }
    }
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    await connection?.then((cluster) => cluster.disconnect()).catch(() => undefined);
  }

  private async ask(): Promise<Offsets> {
    if (this.topics.length === 0) return {};
    const cluster = await this.connected();
    const found = await cluster.fetchTopicsOffset(this.topics.map((topic) => this.request(cluster, topic)));
    return Object.fromEntries(
      found.map(({ topic, partitions }) => [
        this.names.inContracts(topic),
        Object.fromEntries(partitions.map(({ partition, offset }) => [String(partition), offset])),
      ]),
    );
  }

  private async connected(): Promise<Cluster> {
    const cluster = await (this.connection ??= this.connect());
    await cluster.refreshMetadataIfNecessary();
    return cluster;
  }

  private async connect(): Promise<Cluster> {
    const cluster = this.newCluster();
    await cluster.connect();
    await cluster.addMultipleTargetTopics(this.topics.map((topic) => this.names.onBroker(topic)));
    return cluster;
  }

  private newCluster(): Cluster {
    let cluster: Cluster | undefined;
    this.kafka.consumer({
      groupId: 'never-joined',
      partitionAssigners: [
        (given) => {
          cluster = given.cluster;
          return kafkajs.PartitionAssigners.roundRobin(given);
        },
      ],
    });
    if (!cluster) throw new Error('kafkajs gave no cluster');
    return cluster;
  }

  private request(cluster: Cluster, topic: string) {
    const onBroker = this.names.onBroker(topic);
    const partitions = cluster.findTopicPartitionMetadata(onBroker).map(({ partitionId }) => ({ partition: partitionId }));
    return { topic: onBroker, partitions, fromBeginning: false };
  }
}

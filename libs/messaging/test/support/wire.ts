import { randomUUID } from 'node:crypto';
import kafkajs, { type Admin, type Kafka, type Producer } from 'kafkajs';
import { TOPICS, type ContractClass, type Envelope } from '@chengxin/contracts';

/** An event as it lies on a topic. */
export type Heard = Envelope & { key: string; partition: number; offset: number };

/** The broker as a spec sees it: puts any bytes on a topic and reads what lies there. */
export class Wire {
  readonly kafka: Kafka;
  private readonly admin: Admin;
  private readonly producer: Producer;

  private constructor(private readonly prefix: string) {
    const brokers = [process.env['TEST_KAFKA_BROKERS'] ?? ''];
    this.kafka = new kafkajs.Kafka({ clientId: 'spec', brokers, logLevel: kafkajs.logLevel.NOTHING });
    this.admin = this.kafka.admin();
    this.producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  }

  static async open(prefix: string): Promise<Wire> {
    const wire = new Wire(prefix);
    await Promise.all([wire.admin.connect(), wire.producer.connect()]);
    return wire;
  }

  /** Publishes values as they are. */
  async put(topic: string, messages: { key: string | Buffer | null; value: string | Buffer }[]): Promise<void> {
    await this.producer.send({ topic: this.prefix + topic, acks: -1, messages });
  }

  /** Everything that lies on a topic now, each partition in its order. */
  async read(topic: string): Promise<Heard[]> {
    const ends = await this.admin.fetchTopicOffsets(this.prefix + topic);
    const missing = new Map(ends.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, Number(high)]));
    const heard: Heard[] = [];
    if (missing.size === 0) return heard;
    const consumer = this.kafka.consumer({ groupId: `${this.prefix}spec-${randomUUID()}`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics: [this.prefix + topic], fromBeginning: true });
    await new Promise<void>((done) => {
      void consumer.run({
        eachMessage: async ({ partition, message: { key, value, offset } }) => {
          heard.push({ ...(JSON.parse(String(value)) as Envelope), key: String(key), partition, offset: Number(offset) });
          if (Number(offset) + 1 >= (missing.get(partition) ?? 0)) missing.delete(partition);
          if (missing.size === 0) done();
        },
      });
    });
    await consumer.disconnect();
    return heard;
  }

  async close(): Promise<void> {
    await this.admin.deleteTopics({ topics: TOPICS.map(({ name }) => this.prefix + name) });
    await Promise.all([this.admin.disconnect(), this.producer.disconnect()]);
  }
}

/** An envelope as a neighbour would have written it. */
export const envelopeOf = (contract: ContractClass, key: string, sequence: number, data: object): Envelope => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/chengxin/neighbour',
  type: contract.type,
  subject: key,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  dataschema: `/api/schemas/${contract.type}`,
  sequence: String(sequence),
  correlationid: randomUUID(),
  data,
});

import { randomUUID } from 'node:crypto';
import {
  ClockAdvancedV1,
  type ContractClass,
  type Envelope,
  schemaAddress,
  type Service,
  sourceOf,
  TOPICS,
  watermarkContract,
  type WatermarkAnnouncedV1,
} from '@chengxin/contracts';
import { localDateOf } from '@chengxin/kernel';
import { uuidv7 } from '@chengxin/platform';
import { type Admin, type Consumer, type Producer } from 'kafkajs';
import { testKafka } from './topics.js';

/** An event as it lay on a topic. */
export type Heard<T extends object = object> = Envelope<T> & { key: string; topic: string; partition: number; offset: string };

/** Members of the envelope that a spec wants otherwise than usual. */
export type EnvelopeChanges = Partial<Omit<Envelope, 'data'>>;

type Beating = { services: readonly Service[]; said: Partial<WatermarkAnnouncedV1> };

const BEAT_MS = 300;

/**
 * Plays the other services in an integration spec: publishes what they would announce and hears everything that is
 * published under the spec's prefix.
 */
export class Neighbour {
  private readonly heard: Heard[] = [];
  private readonly sequences = new Map<string, number>();
  private beat?: NodeJS.Timeout;
  private beating?: Beating;

  private constructor(
    private readonly prefix: string,
    private readonly admin: Admin,
    private readonly producer: Producer,
    private readonly consumer: Consumer,
  ) {}

  /** Connects to the run's broker; the topics of the prefix must exist (`testTopics`). */
  static async start(prefix: string): Promise<Neighbour> {
    const kafka = testKafka();
    const consumer = kafka.consumer({ groupId: `${prefix}neighbour-${randomUUID()}`, maxWaitTimeInMs: 100 });
    const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    const neighbour = new Neighbour(prefix, kafka.admin(), producer, consumer);
    await Promise.all([neighbour.admin.connect(), producer.connect(), consumer.connect()]);
    await neighbour.listen();
    return neighbour;
  }

  /** Publishes an event as its producer would, with the next sequence of its topic and key. Gives the envelope, its id for `causes`. */
  async publish<T extends object>(contract: ContractClass<T>, key: string, data: T, changes: EnvelopeChanges = {}): Promise<Envelope<T>> {
    const envelope: Envelope<T> = {
      specversion: '1.0',
      id: uuidv7(),
      source: sourceOf(producerOf(contract.topic)),
      type: contract.type,
      subject: key,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      dataschema: schemaAddress(contract.type),
      sequence: this.nextSequence(contract.topic, key),
      correlationid: randomUUID(),
      ...changes,
      data,
    };
    await this.publishBytes(contract.topic, key, JSON.stringify(envelope));
    return envelope;
  }

  /** Publishes many events at once, in this order for each key, each with the next sequence of its topic and key. */
  async publishAll(events: readonly { topic: string; key: string; envelope: Envelope }[]): Promise<void> {
    const topics = new Map<string, { key: string; value: string }[]>();
    for (const { topic, key, envelope } of events) {
      const value = JSON.stringify({ ...envelope, sequence: this.nextSequence(topic, key) });
      topics.set(topic, [...(topics.get(topic) ?? []), { key, value }]);
    }
    const topicMessages = [...topics].map(([topic, messages]) => ({ topic: this.prefix + topic, messages }));
    await this.producer.sendBatch({ acks: -1, topicMessages });
  }

  /** Sets business time, as the operator does: every process hears it. After the first time it only moves forward. */
  async setBusinessTime(to: Date): Promise<void> {
    const offsetSeconds = Math.round((to.getTime() - Date.now()) / 1000);
    await this.publish(ClockAdvancedV1, 'clock', { offsetSeconds, advancedTo: localDateOf(to), by: 'neighbour' });
  }

  /** Publishes these very bytes: a poison message, an event of a later version, the same event twice. */
  async publishBytes(topic: string, key: string | null, value: string | Buffer): Promise<void> {
    await this.producer.send({ topic: this.prefix + topic, acks: -1, messages: [{ key, value }] });
  }

  /** Everything heard of this contract so far, in the order it was published for each key. */
  received<T extends object>(contract: ContractClass<T>): Heard<T>[] {
    return this.heard.filter(({ type, topic }) => type === contract.type && topic === contract.topic) as Heard<T>[];
  }

  /** Announces once that everything of these services up to now is published, as their relays do each second, with what else they say. */
  async announceWatermarks(services: readonly Service[], said: Partial<WatermarkAnnouncedV1> = {}): Promise<void> {
    for (const service of services) {
      const data: WatermarkAnnouncedV1 = { service, epoch: 1, at: new Date().toISOString(), offsets: await this.endsOf(service), ...said };
      await this.publish(watermarkContract(service), service, data);
    }
  }

  /** Announces the watermarks of these services again and again, until `close` or another call (an empty list: silence). */
  async beatFor(services: readonly Service[], said: Partial<WatermarkAnnouncedV1> = {}): Promise<void> {
    clearTimeout(this.beat);
    this.beating = services.length > 0 ? { services, said } : undefined;
    await this.goOnBeating(this.beating);
  }

  async close(): Promise<void> {
    clearTimeout(this.beat);
    this.beating = undefined;
    await Promise.all([this.consumer.disconnect(), this.producer.disconnect()]);
    await this.admin.disconnect();
  }

  private async goOnBeating(beating: Beating | undefined): Promise<void> {
    if (!beating || beating !== this.beating) return;
    await this.announceWatermarks(beating.services, beating.said);
    this.beat = setTimeout(() => void this.goOnBeating(beating).catch(() => undefined), BEAT_MS); // closing ends the last one
  }

  private async listen(): Promise<void> {
    const joined = new Promise((done) => this.consumer.on(this.consumer.events.GROUP_JOIN, done));
    await this.consumer.subscribe({ topics: TOPICS.map(({ name }) => this.prefix + name), fromBeginning: true });
    await this.consumer.run({
      eachMessage: ({ topic, partition, message }) => {
        const envelope = envelopeIn(message.value);
        const place = { topic: topic.slice(this.prefix.length), partition, offset: message.offset };
        if (envelope) this.heard.push({ ...envelope, key: String(message.key), ...place });
        return Promise.resolve();
      },
    });
    await joined;
  }

  private nextSequence(topic: string, key: string): string {
    const next = (this.sequences.get(`${topic} ${key}`) ?? 0) + 1;
    this.sequences.set(`${topic} ${key}`, next);
    return String(next);
  }

  private async endsOf(service: Service): Promise<WatermarkAnnouncedV1['offsets']> {
    const topics = TOPICS.filter(({ name, producer }) => producer === service && !name.endsWith('.watermarks'));
    const ends = topics.map(async ({ name }) => {
      const partitions = await this.admin.fetchTopicOffsets(this.prefix + name);
      return [name, Object.fromEntries(partitions.map(({ partition, high }) => [partition, high]))] as const;
    });
    return Object.fromEntries(await Promise.all(ends));
  }
}

function producerOf(topic: string): string {
  return TOPICS.find(({ name }) => name === topic)?.producer ?? 'neighbour';
}

function envelopeIn(value: Buffer | null): Envelope | undefined {
  try {
    return JSON.parse(String(value)) as Envelope;
  } catch {
    return undefined; // a poison message of the spec's own
  }
}

import { Logger } from '@nestjs/common';
import { ClockAdvancedV1, schemaAddress, type Envelope } from '@chengxin/contracts';
import { correlation, correlationOf, uuidv7 } from '@chengxin/platform';
import type { Kafka } from 'kafkajs';
import { EndOffsets } from '../kafka/end-offsets.js';
import { openKafka, type KafkaAccess } from '../kafka/kafka-access.js';
import { TopicNames } from '../kafka/topic-names.js';
import { Sender } from '../relay/sender.js';
import { checkOf } from '../schemas/compiled.js';

const KEY = 'clock';

/** Writes the clock topic, signed in as the operator, who alone may. One writer at a time; it reads no clock itself. */
export class ClockWriter {
  private readonly logger = new Logger(ClockWriter.name);
  private readonly kafka: Kafka;
  private readonly names: TopicNames;
  private readonly ends: EndOffsets;
  private sender?: Promise<Sender>;

  constructor(access: Omit<KafkaAccess, 'clientId'>) {
    this.kafka = openKafka({ ...access, clientId: 'operator' });
    this.names = new TopicNames(access.prefix);
    this.ends = new EndOffsets(this.kafka, this.names, [ClockAdvancedV1.topic]);
  }

  /**
   * Announces that business time is machine time plus `offsetSeconds` (whole seconds; after the first, only larger ones are heeded),
   * which makes it `advancedTo` (a business date), by whom. Gives the envelope once the broker has it; throws when it has not.
   */
  async write(offsetSeconds: number, advancedTo: string, by: string): Promise<Envelope<ClockAdvancedV1>> {
    const data: ClockAdvancedV1 = { offsetSeconds, advancedTo, by };
    const faults = checkOf(ClockAdvancedV1, 'closed')(data);
    if (faults.length > 0) throw new RangeError(`the clock is not set: ${faults.join('; ')}`);
    const { [ClockAdvancedV1.topic]: end } = await this.ends.read();
    const envelope = this.envelope(data, String(BigInt(end?.['0'] ?? '0') + 1n));
    await this.send(JSON.stringify(envelope));
    this.logger.log(`business time is ${offsetSeconds} s from machine time (${advancedTo}), by ${by}`);
    return envelope;
  }

  /** Ends the connections. */
  async close(): Promise<void> {
    await Promise.all([this.ends.close(), this.hangUp()]);
  }

  private async send(value: string): Promise<void> {
    try {
      const sender = await (this.sender ??= Sender.open(this.kafka, this.names));
      await sender.send([{ topic: ClockAdvancedV1.topic, key: KEY, value }]);
    } catch (error) {
      await this.hangUp();
      throw error;
    }
  }

  private async hangUp(): Promise<void> {
    const { sender } = this;
    this.sender = undefined;
    await sender?.then((open) => open.close()).catch(() => undefined);
  }

  private envelope(data: ClockAdvancedV1, sequence: string): Envelope<ClockAdvancedV1> {
    const now = new Date();
    const { type } = ClockAdvancedV1;
    const { correlationId, traceparent } = correlation.getStore() ?? correlationOf({});
    return {
      sequence,
      specversion: '1.0',
      id: uuidv7(now),
      source: '/chengxin/operator',
      type,
      subject: KEY,
      time: now.toISOString(),
      datacontenttype: 'application/json',
      dataschema: schemaAddress(type),
      correlationid: correlationId,
      actor: data.by,
      ...(traceparent && { traceparent }),
      data,
    };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import { TOPICS, watermarkContract } from '@chengxin/contracts';
import { EndOffsets } from '../kafka/end-offsets.js';
import { KAFKA } from '../kafka/kafka.token.js';
import { TopicNames } from '../kafka/topic-names.js';
import { OutboxSignal } from '../outbox/outbox-signal.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { cut } from './cut.js';
import { Heartbeat } from './heartbeat.js';
import type { LeaderSession } from './leader-session.js';
import type { Cursor, OutboxRow } from './outbox-row.js';
import { Pulse } from './pulse.js';
import { Sender } from './sender.js';

const LONGEST_POLL_MS = 50;

/** How a publication learns that its process ends, and tells that it gets on. */
export type Course = { closing: () => boolean; progress: () => void };

type Means = { session: LeaderSession; sender: Sender; ends: EndOffsets; pulse: Pulse };

/** The work of a leading relay: rows in order, one send in flight, the next rows read meanwhile. */
@Injectable()
export class Publication {
  /** Whether this process leads and publishes. */
  active = false;
  /** When the last watermark was announced by this process (machine time). */
  announcedAt?: Date;
  private readonly ownTopics: string[];

  constructor(
    @Inject(KAFKA) private readonly kafka: Kafka,
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly names: TopicNames,
    private readonly signal: OutboxSignal,
    private readonly heartbeat: Heartbeat,
  ) {
    const { topic: watermarks } = watermarkContract(options.service);
    this.ownTopics = TOPICS.filter(({ producer, name }) => producer === options.service && name !== watermarks).map(({ name }) => name);
  }

  /** Publishes from a place on until the process ends and nothing is left. Throws at the first error of database or broker. */
  async run(session: LeaderSession, from: Cursor, course: Course): Promise<void> {
    const sender = await Sender.open(this.kafka, this.names);
    const ends = new EndOffsets(this.kafka, this.names, this.ownTopics);
    const pulse = new Pulse(session, this.heartbeat);
    this.active = true;
    try {
      await this.loop({ session, sender, ends, pulse }, from, course);
    } finally {
      this.active = false;
      pulse.stop();
      await Promise.all([sender.close(), ends.close()]);
    }
  }

  private async loop(means: Means, from: Cursor, course: Course): Promise<void> {
    let cursor = from;
    let rows = await means.session.next(cursor);
    let pause = 1;
    for (;;) {
      means.pulse.check();
      if (rows.length === 0) {
        if (course.closing()) return;
        const woken = await this.signal.wait(pause);
        pause = woken ? 1 : Math.min(pause * 2, LONGEST_POLL_MS);
        rows = await means.session.next(cursor);
        continue;
      }
      [cursor, rows] = await this.step(means, rows);
      course.progress();
      pause = 1;
    }
  }

  /** Publishes the first rows and gives the place reached and the rows behind it. */
  private async step(means: Means, rows: OutboxRow[]): Promise<[Cursor, OutboxRow[]]> {
    const batch = cut(rows, this.heartbeat.isHeartbeat);
    const [last] = batch.slice(-1);
    if (!last) throw new Error('nothing was cut');
    const rest = rows.slice(batch.length);
    const [, next] = await Promise.all([this.publish(means, batch), rest.length > 0 ? rest : means.session.next(last)]);
    await means.session.moveTo(last);
    return [last, next];
  }

  private async publish({ session, sender, ends, pulse }: Means, batch: OutboxRow[]): Promise<void> {
    const [first] = batch;
    if (!first || !this.heartbeat.isHeartbeat(first)) {
      return sender.send(batch.map(({ topic, key, payload }) => ({ topic, key, value: payload })));
    }
    const watermark = this.heartbeat.watermarkOf(first, session.epoch, await ends.read());
    await sender.send([{ topic: first.topic, key: first.key, value: watermark }]);
    this.announcedAt = new Date();
    pulse.announced();
    await session.rows(`select forget_heartbeat($1::xid8, $2::bigint)`, [first.xid, first.position]);
  }
}

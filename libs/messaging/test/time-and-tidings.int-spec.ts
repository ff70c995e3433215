import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RatingReviewedV1, type Envelope } from '@chengxin/contracts';
import { Clock, uuidv7 } from '@chengxin/platform';
import { ClockWriter, Outbox, Watermarks, type RunningService } from '../src/index.js';
import { IdlenessCheck } from '../src/operations/idleness.js';
import { ServiceStatus } from '../src/operations/service-status.js';
import { behaviour } from './support/consumer.js';
import { ProxiedBroker } from './support/proxied-broker.js';
import { eventually } from './support/eventually.js';
import { CONSUMER, House, PRODUCER, RECORDS } from './support/house.js';
import { Writer } from './support/producer.js';

const sample = (): RatingReviewedV1 => {
  const file = new URL('../../contracts/src/rating-reviewed.v1.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as Envelope<RatingReviewedV1>).data;
};

describe('what a service hears beside its events', () => {
  let house: House;
  let producer: RunningService;
  let consumer: RunningService;
  let clock: ClockWriter;
  let writer: Writer;
  const copies = () => consumer.app.get(Watermarks).asOf(['registry']);
  const idleness = () => consumer.app.get(IdlenessCheck).ask();

  beforeAll(async () => {
    house = await House.build();
    clock = new ClockWriter({ brokers: [process.env['TEST_KAFKA_BROKERS'] ?? ''], prefix: house.prefix });
    await clock.write(-1_000, '2026-05-11', 'launcher');
    await clock.write(5_000, '2026-05-12', 'operator');
    [producer, consumer] = await Promise.all([house.start(PRODUCER), house.start(CONSUMER)]);
    writer = producer.app.get(Writer);
  }, 60_000);
  afterAll(async () => {
    await clock?.close();
    await house?.close();
  }, 30_000);

  test('business time is known before it serves, follows, and never goes back', async () => {
    const heard = consumer.app.get(Clock);
    expect(heard.offsetSeconds).toBe(5_000);
    expect((await clock.write(9_000, '2026-05-13', 'operator')).sequence).toBe('3');
    await eventually(() => heard.offsetSeconds === 9_000, 'the new offset');
    await clock.write(8_000, '2026-05-13', 'operator');
    await eventually(async () => !(await idleness()).reasons.some((reason) => reason.includes('clock')), 'the clock to be read');
    expect(heard.offsetSeconds).toBe(9_000);
    await expect(clock.write(1.5, '2026-05-13', 'operator')).rejects.toThrow(RangeError);
  });

  test('a calm day is current, a dead relay is not', async () => {
    await eventually(() => !copies().behind, 'the copies to be current');
    const before = copies().asOf?.getTime() ?? 0;
    await eventually(() => (copies().asOf?.getTime() ?? 0) > before, 'the watermark to move on a calm day');
    expect(copies().parked('anyone')).toBe(false);
    await house.end(producer);
    await sleep(5_500);
    expect(copies().behind).toBe(true);
    producer = await house.start(PRODUCER);
    writer = producer.app.get(Writer);
    await eventually(() => !copies().behind, 'the copies to be current again');
  }, 40_000);

  test('a copy is not as of a watermark whose events it has not applied', async () => {
    behaviour.before = () => sleep(1_500).then(() => undefined);
    const at = await writer.write('slowly', 1);
    while ((await house.applied()) === 0) {
      const { asOf } = copies();
      if ((await house.applied()) === 0) expect(asOf?.getTime()).toBeLessThan(at.getTime());
      await sleep(50);
    }
    behaviour.before = async () => undefined;
    await eventually(() => (copies().asOf?.getTime() ?? 0) >= at.getTime(), 'the copy to be as of the event');
  }, 30_000);

  test('says when it is idle, and why it is not', async () => {
    await eventually(async () => (await idleness()).idle, 'the consumer to be idle');
    behaviour.before = () => sleep(600).then(() => undefined);
    await writer.write('busy', 1);
    await eventually(async () => (await idleness()).reasons.some((reason) => reason.includes('not consumed')), 'the lag to be seen');
    behaviour.before = async () => undefined;
    await eventually(async () => (await idleness()).idle, 'the consumer to be idle again');
    const status = await consumer.app.get(ServiceStatus).read();
    expect(status).toMatchObject({ service: 'rating', outbox: { unpublished: 0 }, lag: { [RECORDS]: 0 }, relay: { leading: true } });
  }, 30_000);

  test('what a handler announces names the event that caused it', async () => {
    const outbox = consumer.app.get(Outbox);
    behaviour.before = async (events, tx) => {
      await outbox.add(
        tx,
        events.map(({ key }) => ({ contract: RatingReviewedV1, key, data: sample() })),
      );
    };
    await Promise.all(['cause-a', 'cause-b', 'cause-c'].map((key) => writer.write(key, 1)));
    await eventually(async () => (await house.wire.read(RatingReviewedV1.topic)).length >= 3, 'three reviews');
    behaviour.before = async () => undefined;
    const causes = new Map((await house.wire.read(RECORDS)).map((event) => [event.id, event]));
    for (const review of await house.wire.read(RatingReviewedV1.topic)) {
      const cause = causes.get(review.causationid ?? '');
      expect(cause).toMatchObject({ key: review.key, correlationid: review.correlationid });
    }
  }, 30_000);

  test('whether it is idle is not known while the broker is away, and known again afterwards', async () => {
    const broker = await ProxiedBroker.open(process.env['TEST_KAFKA_BROKERS'] ?? '');
    const cut = await house.start(CONSUMER, { INSTANCE: 'cut' });
    const idle = cut.app.get(IdlenessCheck);
    await eventually(async () => (await idle.ask()).idle, 'it to be idle');
    broker.refuse(true);
    await expect(idle.ask()).rejects.toMatchObject({ status: 503 });
    broker.refuse(false);
    await eventually(
      () =>
        idle.ask().then(
          ({ idle: isIdle }) => isIdle,
          () => false,
        ),
      'it to be idle again',
    );
    await house.end(cut);
    await broker.close();
  }, 60_000);

  test('its operations are for administrators', async () => {
    for (const path of ['status', 'idle', 'parked', `parked/${uuidv7()}`, 'discarded', 'rebuild', 'produced', 'applied']) {
      expect((await fetch(`${consumer.url}/api/v1/operations/${path}`)).status).toBe(401);
    }
    const metrics = await (await fetch(`${consumer.url}/metrics`)).text();
    for (const name of [
      'outbox_unpublished_events 0',
      'consumer_lag_messages{topic="credit.registry.records"} 0',
      'watermark_age_seconds',
    ]) {
      expect(metrics).toContain(name);
    }
    expect((await fetch(`${consumer.url}/health/ready`)).status).toBe(200);
  });

  test('leaves no group of its own behind', async () => {
    const passing = await house.start(CONSUMER, { INSTANCE: 'passing' });
    const admin = house.wire.kafka.admin();
    await admin.connect();
    const groups = async () => (await admin.listGroups()).groups.map(({ groupId }) => groupId);
    expect(await groups()).toContain(`${house.prefix}rating.passing`);
    await house.end(passing);
    expect(await groups()).not.toContain(`${house.prefix}rating.passing`);
    await admin.disconnect();
  }, 30_000);
});

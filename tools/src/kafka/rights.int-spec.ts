import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SERVICES, type Service, TOPICS } from '@chengxin/contracts';
import { OPERATOR, prepareKafka } from '@chengxin/messaging';
import { eventually } from '@chengxin/testing';
import kafkajs, { type Kafka } from 'kafkajs';
import { freePorts } from '../processes/ports.js';
import { type Broker, startBroker } from './broker.js';
import { writeFirstClock } from './first-clock.js';
import { kafkaJars } from './jars.js';

const workspace = path.resolve(import.meta.dirname, '../../..');
const ADMIN = 'admin';
const USERS = [...SERVICES, OPERATOR] as const;
type User = (typeof USERS)[number];

const password = (user: string) => `of-${user}`;
const writes = (user: User) => TOPICS.filter(({ producer }) => producer === user).map(({ name }) => name);
const reads = (user: User) => TOPICS.filter(({ consumers }) => consumers.includes(user as Service)).map(({ name }) => name);

let folder: string;
let broker: Broker;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-rights-'));
  const [port = 0, controllerPort = 0] = await freePorts(2);
  const jars = await kafkaJars(path.join(workspace, 'deploy/kafka/pom.xml'), path.join(workspace, '.cache'));
  const others = USERS.map((name) => ({ name, password: password(name) }));
  const options = { jars, dataDir: path.join(folder, 'kafka'), port, controllerPort, logFile: path.join(folder, 'log') };
  broker = await startBroker({ ...options, users: [{ name: ADMIN, password: password(ADMIN) }, ...others] });
  const prepared = { brokers: [broker.address], sasl: { username: ADMIN, password: password(ADMIN) }, users: USERS };
  await prepareKafka(prepared);
  await prepareKafka(prepared); // again changes nothing
  // What was granted holds a moment later.
  const first = USERS.flatMap((user) =>
    writes(user)
      .slice(0, 1)
      .map((topic) => ({ user, topic })),
  );
  for (const { user, topic } of first) await eventually(() => isWritten(user, topic), `the rights of ${user} to hold`);
}, 90_000);

afterAll(async () => {
  await broker.stop();
  rmSync(folder, { recursive: true });
});

const as = (user: string, secret = password(user)): Kafka =>
  new kafkajs.Kafka({
    clientId: user,
    brokers: [broker.address],
    sasl: { mechanism: 'scram-sha-512', username: user, password: secret },
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { retries: 2, initialRetryTime: 50 },
  });

/** Those of all topics that this user can write. */
async function written(user: User): Promise<string[]> {
  const attempts = TOPICS.map(async ({ name }) => ((await isWritten(user, name)) ? [name] : []));
  return (await Promise.all(attempts)).flat();
}

/** A producer that was refused one topic is refused all: so each attempt has its own. */
async function isWritten(user: User, topic: string): Promise<boolean> {
  const producer = as(user).producer({ idempotent: false });
  await producer.connect();
  try {
    await producer.send({ topic, acks: -1, messages: [{ key: user, value: user }] });
    return true;
  } catch (fault) {
    if (/not authorized/i.test((fault as Error).message)) return false;
    throw fault;
  } finally {
    await producer.disconnect();
  }
}

/** Those of these topics that this user can read from the start, in the group of its name. */
async function read(user: User, topics: string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const consumer = as(user).consumer({ groupId: user, maxWaitTimeInMs: 100 });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({ eachMessage: ({ topic }) => Promise.resolve(void seen.add(topic)) });
    await eventually(() => seen.size === topics.length, `${user} to read ${topics.length} topics`, 10_000);
  } finally {
    await consumer.disconnect();
  }
  return seen;
}

async function refusedToRead(user: User, topic: string): Promise<boolean> {
  const consumer = as(user).consumer({ groupId: user });
  await consumer.connect();
  const refused = await consumer.subscribe({ topics: [topic] }).then(
    () => false,
    (fault: Error) => /not authorized/i.test(fault.message),
  );
  await consumer.disconnect();
  return refused;
}

describe('on the broker of the first start', () => {
  test.each(USERS)('%s writes its own topics and no other', async (user) => {
    await expect(written(user)).resolves.toEqual(writes(user));
  });

  test.each(SERVICES)(
    '%s reads what it consumes',
    async (service) => {
      const topics = reads(service);
      await expect(read(service, topics)).resolves.toEqual(new Set(topics));
    },
    15_000,
  );

  test.each(SERVICES)('%s reads nothing else', async (service) => {
    const own = [...reads(service), ...writes(service)];
    const foreign = TOPICS.map(({ name }) => name).filter((name) => !own.includes(name));
    const refusals = await Promise.all(foreign.map((topic) => refusedToRead(service, topic)));
    expect(refusals.filter((refused) => !refused)).toEqual([]);
  });

  test('nobody joins the group of another', async () => {
    const consumer = as('rating').consumer({ groupId: 'registry', retry: { retries: 0 } });
    await consumer.connect();
    const crashed = new Promise<Error>((answer) => consumer.on(consumer.events.CRASH, ({ payload }) => answer(payload.error)));
    await consumer.subscribe({ topics: ['credit.registry.records'] });
    await consumer.run({ eachMessage: () => Promise.resolve() }).catch(() => undefined);
    await crashed;
    await consumer.disconnect();
    const admin = as(ADMIN).admin();
    await admin.connect();
    const { groups } = await admin.describeGroups(['registry']);
    await admin.disconnect();
    expect(groups[0]?.members.filter(({ clientId }) => clientId === 'rating')).toEqual([]);
  });

  test('a wrong password is refused', async () => {
    await expect(as('registry', 'wrong').admin().connect()).rejects.toThrow(/authentication/i);
  });

  test('the first offset of business time is written once, by the operator alone', async () => {
    const sasl = { username: OPERATOR, password: password(OPERATOR) };
    await expect(writeFirstClock({ brokers: [broker.address], sasl })).resolves.toBe(false); // `written` has been there
    await expect(written('gateway')).resolves.toEqual([]);
  });
});

/** The limit of re-rating: one process inserts, commits and produces, 100 times a second; another consumes, inserts and commits. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import pg from 'pg';

const { BENCH_DATABASE_URL: server, BENCH_KAFKA_BROKERS: broker, BENCH_SIZE: size } = process.env;
const EVERY_MS = 10;
const name = process.argv[3] ?? `limit_re_rating_${process.pid}`;
const connectionString = Object.assign(new URL(server), { pathname: `/${name}` }).href;
const kafka = new kafkajs.Kafka({ brokers: [broker], logLevel: kafkajs.logLevel.NOTHING });

async function consume() {
  const pool = new pg.Pool({ connectionString });
  const consumer = kafka.consumer({ groupId: name, maxWaitTimeInMs: 300 });
  await consumer.connect();
  await consumer.subscribe({ topic: name, fromBeginning: true });
  consumer.on(consumer.events.GROUP_JOIN, () => process.send('joined'));
  await consumer.run({
    partitionsConsumedConcurrently: 12,
    eachBatch: async ({ batch }) => {
      const ids = batch.messages.map(({ value }) => Number(JSON.parse(String(value)).id));
      await pool.query('insert into ratings select unnest($1::int[])', [ids]);
    },
  });
}

async function produce(pool, producer) {
  const started = performance.now();
  const facts = 'x'.repeat(2_000);
  const sent = [];
  for (let id = 0; id < Number(size); id++) {
    const due = started + id * EVERY_MS;
    if (performance.now() < due) await sleep(due - performance.now());
    const written = pool.query('insert into records values ($1, $2)', [id, facts]);
    sent.push(written.then(() => producer.send({ topic: name, messages: [{ key: String(id), value: JSON.stringify({ id, facts }) }] })));
  }
  await Promise.all(sent);
  return (performance.now() - started) / 1_000;
}

const LATENCIES = `
  select count(*)::int as n, percentile_cont(array[0.5, 0.99]) within group (order by ms) as p from (
    select extract(epoch from pg_xact_commit_timestamp(b.xmin) - pg_xact_commit_timestamp(a.xmin))::float8 * 1000 as ms
      from records a join ratings b using (id)) taken`;

async function measure() {
  const admin = new pg.Client({ connectionString: server });
  const kafkaAdmin = kafka.admin();
  await Promise.all([admin.connect(), kafkaAdmin.connect()]);
  await admin.query(`create database ${name}`);
  await kafkaAdmin.createTopics({ topics: [{ topic: name, numPartitions: 12 }] });
  const pool = new pg.Pool({ connectionString }).on('error', () => undefined);
  await pool.query('create table records (id int primary key, facts text); create table ratings (id int primary key)');
  const consumer = fork(import.meta.filename, ['consume', name]);
  await once(consumer, 'message');
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const seconds = await produce(pool, producer);
  await sleep(1_000);
  const { n, p } = (await pool.query(LATENCIES)).rows[0];
  consumer.kill();
  await Promise.all([producer.disconnect(), pool.end(), once(consumer, 'exit')]);
  await sleep(500); // the sessions end a moment after their clients
  await admin.query(`drop database ${name} with (force)`);
  await kafkaAdmin.deleteTopics({ topics: [name] });
  await Promise.all([admin.end(), kafkaAdmin.disconnect()]);
  console.log(JSON.stringify({ seconds, units: Number(size), checked: n === Number(size), p50: p[0], p99: p[1] }));
}

await (process.argv[2] === 'consume' ? consume() : measure());

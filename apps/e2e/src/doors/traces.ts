import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SERVICES, TOPICS } from '@chengxin/contracts';
import { type System } from '../system.js';

type Database = Exclude<(typeof SERVICES)[number], 'gateway'>;

const DATABASES = SERVICES.filter((service): service is Database => service !== 'gateway');
const QUIET_MS = 10_000;

/** Every table of every database in which one of these texts stands in whatever column, also as bytes: `registry.personal_details`. */
export async function inDatabases(system: System, texts: readonly string[]): Promise<string[]> {
  const patterns = texts.flatMap((text) => [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`]);
  const found = DATABASES.map(async (database) => {
    const tables = await system.query<{ name: string }>(
      database,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const holding = tables.map(async ({ name }) => {
      const rows = await system.query(database, `select from "${name}" t where t::text like any($1) limit 1`, [patterns]);
      return rows.length > 0 ? [`${database}.${name}`] : [];
    });
    return (await Promise.all(holding)).flat();
  });
  return (await Promise.all(found)).flat().sort();
}

/** Every topic on which one of these texts lies, in a key, a header or a value, read whole as the broker's administrator. Gives how many messages were read, too. */
export async function onTopics(system: System, texts: readonly string[]): Promise<{ topics: string[]; read: number }> {
  const kafka = system.kafka('admin');
  const admin = kafka.admin();
  await admin.connect();
  const ends = await Promise.all(
    TOPICS.map(async ({ name }) =>
      (await admin.fetchTopicOffsets(name)).map(({ partition, high }) => [`${name}/${partition}`, Number(high)] as const),
    ),
  );
  await admin.disconnect();
  const open = new Map(ends.flat().filter(([, end]) => end > 0));
  const consumer = kafka.consumer({ groupId: 'traces', maxWaitTimeInMs: 100 });
  const topics = new Set<string>();
  let read = 0;
  await consumer.connect();
  await consumer.subscribe({ topics: TOPICS.map(({ name }) => name), fromBeginning: true });
  const whole = new Promise<void>((done) => {
    void consumer.run({
      eachMessage: ({ topic, partition, message }) => {
        const bytes = [message.key, message.value, ...Object.values(message.headers ?? {})].map(String).join(' ');
        if (texts.some((text) => bytes.includes(text))) topics.add(topic);
        read += 1;
        if (Number(message.offset) + 1 >= (open.get(`${topic}/${partition}`) ?? 0)) open.delete(`${topic}/${partition}`);
        if (open.size === 0) done();
        return Promise.resolve();
      },
    });
  });
  await Promise.race([
    whole,
    new Promise((_, late) => setTimeout(() => late(new Error(`not read: ${[...open.keys()].join()}`)), 3 * QUIET_MS).unref()),
  ]);
  await consumer.disconnect();
  return { topics: [...topics].sort(), read };
}

/** Every file below a folder in which one of these texts stands. Gives how many files were read, too. */
export function inFiles(folder: string, texts: readonly string[]): { files: string[]; read: number } {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = all.map((entry) => path.join(entry.parentPath, entry.name));
  const holding = names.filter((name) => texts.some((text) => name.includes(text) || readFileSync(name).includes(text)));
  return { files: holding.map((name) => path.relative(folder, name)), read: names.length };
}

import { TOPICS, type Topic } from '@chengxin/contracts';
import { type Gateway } from '../../gateway/gateway.js';
import { pagesOf } from '../pages.js';
import { Consumer } from './consumer.js';
import { Journal } from './journal.js';
import { KeyNumbers } from './key-numbers.js';
import { type Pair, type Report, reportOf } from './report.js';

/** Told while journals are read: which topic, the how-manieth, and how many events of all topics so far. */
export type Listener = (topic: string, index: number, events: number) => void;

/** By topic, the identifiers of the events that a service holds parked, and of those that it has given up. */
type Aside = { parked: ByTopic; discarded: ByTopic };
type ByTopic = ReadonlyMap<string, ReadonlySet<string>>;

const NOTHING: ReadonlySet<string> = new Set();

/** The topics of facts: kept for ever, and written by services; the clock has no journal. */
export const FACT_TOPICS: readonly Topic[] = TOPICS.filter(({ producer, retentionMs }) => producer !== 'operator' && retentionMs < 0);

/** Compares for each topic of facts what its producer published with what each of its consumers applied. `gateway` is an administrator's. */
export async function reconcile(gateway: Gateway, listen: Listener): Promise<Report> {
  const pairs: Pair[] = [];
  let events = 0;
  const aside = await asideByService(gateway);
  for (const [index, topic] of FACT_TOPICS.entries()) {
    listen(topic.name, index, events);
    const compared = await compareTopic(gateway, topic, aside, (read) => listen(topic.name, index, (events += read)));
    pairs.push(...compared);
  }
  return reportOf(pairs);
}

async function compareTopic(
  gateway: Gateway,
  { name: topic, producer, consumers: names }: Topic,
  aside: ReadonlyMap<string, Aside>,
  read: (events: number) => void,
): Promise<Pair[]> {
  const keys = new KeyNumbers();
  const journal = new Journal(gateway, producer, 'produced', topic);
  const consumers = names.map((name) => new Consumer(gateway, name, topic, keys));
  const all = (step: (consumer: Consumer) => Promise<void>) => Promise.all(consumers.map(step));
  const readProduced = async () => {
    for (let page = await journal.next(); page.length > 0; page = await journal.next()) {
      for (const consumer of consumers) consumer.produced(page);
      read(page.length);
      await all((consumer) => consumer.catchUp());
    }
  };
  await all((consumer) => consumer.begin());
  await readProduced();
  await all((consumer) => consumer.finish());
  await readProduced(); // what was published while the consumers' journals were read
  return consumers.flatMap((consumer) => {
    const there = aside.get(consumer.service);
    const [parked, discarded] = [there?.parked.get(topic) ?? NOTHING, there?.discarded.get(topic) ?? NOTHING];
    const outcome = consumer.outcome(new Set([...parked, ...discarded]));
    return outcome.map((handled) => ({ topic, producer, consumer: consumer.service, ...handled, parked: parked.size }));
  });
}

async function asideByService(gateway: Gateway): Promise<Map<string, Aside>> {
  const services = [...new Set(FACT_TOPICS.flatMap(({ consumers }) => consumers))];
  return new Map(await Promise.all(services.map(async (service) => [service, await asideAt(gateway, service)] as const)));
}

async function asideAt(gateway: Gateway, service: string): Promise<Aside> {
  const parked: Message[] = [];
  for await (const items of pagesOf<Message>(gateway, `/operations/${service}/parked`)) parked.push(...items);
  const { items: discarded } = await gateway.get<{ items: Message[] }>(`/operations/${service}/discarded`);
  return { parked: byTopic(parked), discarded: byTopic(discarded) };
}

type Message = { id: string; topic: string; eventId: string | null };

/** What has no identifier of its own stands under the message's. */
function byTopic(messages: readonly Message[]): ByTopic {
  const found = new Map<string, Set<string>>();
  for (const { id, topic, eventId } of messages) found.set(topic, (found.get(topic) ?? new Set()).add(eventId ?? id));
  return found;
}

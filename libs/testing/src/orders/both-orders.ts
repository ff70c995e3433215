import { type Service, TOPICS } from '@chengxin/contracts';
import { completeCreditCode } from '@chengxin/kernel';
import { eventually } from '../eventually.js';
import { type TestService } from '../service.js';
import { type Holding, holdings, settled } from './state.js';
import { storyOn } from './story.js';

/** Two topics, and what a service holds about an enterprise once it has heard them in the one order and in the other. */
export type HeldInBothOrders = { topics: string; one: Holding; other: Holding };

/** What a service needs before it hears of these enterprises, and what counts of what it holds about one; everything, if nothing is said. */
export type Telling = { given?: (creditCodes: readonly string[]) => Promise<void>; final?: (holding: Holding) => Holding };

type Pair = { topics: readonly [string, string]; creditCodes: readonly [string, string] };

const ADMINISTRATOR = { role: 'administrator' } as const;

/**
 * Tells a service every pair of its topics in both orders, each about an enterprise of its own, all in two rounds: what one of the topics
 * says whole, and when that is taken, the other. Gives what it holds in the end.
 */
export async function bothOrders(
  service: TestService,
  name: Service,
  { given, final = settled }: Telling = {},
): Promise<HeldInBothOrders[]> {
  const pairs = pairsOf(name);
  const all = pairs.flatMap(({ creditCodes }) => creditCodes);
  await given?.(all);
  for (const round of [0, 1]) {
    const rounds = pairs.flatMap(({ topics, creditCodes: [one, other] }) => [
      { topic: topics[round] ?? '', creditCode: one },
      { topic: topics[1 - round] ?? '', creditCode: other },
    ]);
    await service.neighbour.publishAll(rounds.flatMap(({ topic, creditCode }) => toldOf(topic, creditCode)));
    await atRest(service);
  }
  const held = await holdings(service, all);
  const finalOf = (creditCode: string) => final(held.get(creditCode) ?? {});
  return pairs.map(({ topics, creditCodes: [one, other] }) => ({ topics: topics.join(' and '), one: finalOf(one), other: finalOf(other) }));
}

/** Tells a service everything about one more enterprise, topic by topic. */
export async function tellAll(service: TestService, name: Service, creditCode: string): Promise<void> {
  await service.neighbour.publishAll(topicsOf(name).flatMap((topic) => toldOf(topic, creditCode)));
}

/** Waits until a service has nothing left to do. */
export const atRest = (service: TestService): Promise<unknown> =>
  eventually(async () => {
    const { body } = await service.request<{ idle: boolean }>('GET', '/api/v1/operations/idle', { as: ADMINISTRATOR });
    return body.idle;
  }, 'the service to be at rest');

const toldOf = (topic: string, creditCode: string) => storyOn(topic, creditCode).map((envelope) => ({ topic, key: creditCode, envelope }));

/** The topics of facts that a service consumes. */
const topicsOf = (service: Service): string[] =>
  TOPICS.filter(({ consumers, retentionMs, producer }) => consumers.includes(service) && retentionMs < 0 && producer !== 'operator').map(
    ({ name }) => name,
  );

function pairsOf(service: Service): Pair[] {
  const topics = topicsOf(service);
  const pairs = topics.flatMap((one, i) => topics.slice(i + 1).map((other) => [one, other] as const));
  return pairs.map((pair, n) => ({ topics: pair, creditCodes: [enterprise(2 * n), enterprise(2 * n + 1)] }));
}

/** The n-th enterprise of whom a spec tells. */
export const enterprise = (n: number): string => completeCreditCode('91', '429502', `MA8Y${String(n).padStart(4, '0')}`);

import { CONTRACTS, type ContractClass, contractOf } from '@chengxin/contracts';

const TOPICS = [
  'credit.registry.reports',
  'credit.registry.subjects',
  'credit.registry.records',
  'credit.rating.ratings',
  'credit.verification.suggestions',
  'credit.repair.cases',
];

/** Where the units hear of problems that each has as a source; an event says whose it is. */
const OF_A_SOURCE = 'credit.registry.problems';

/** What departments may be given: the events of these topics that are public or shared, and each unit's own problems. */
export const FEED_CONTRACTS: readonly ContractClass[] = CONTRACTS.filter(
  ({ topic, openness }) => topic === OF_A_SOURCE || (TOPICS.includes(topic) && (openness === 'public' || openness === 'shared')),
);

/** Whether an event is about a source itself and not about an enterprise. */
export const isOfSource = (type: string): boolean => contractOf(type)?.topic === OF_A_SOURCE;

/** Their types. */
export const FEED_TYPES: readonly string[] = FEED_CONTRACTS.map(({ type }) => type);

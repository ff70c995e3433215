import { CONTRACTS, type ContractClass } from '@chengxin/contracts';

const TOPICS = [
  'credit.registry.reports',
  'credit.registry.subjects',
  'credit.registry.records',
  'credit.rating.ratings',
  'credit.verification.suggestions',
  'credit.repair.cases',
];

/** What departments may be given: the events of these topics that are public or shared. */
export const FEED_CONTRACTS: readonly ContractClass[] = CONTRACTS.filter(
  ({ topic, openness }) => TOPICS.includes(topic) && (openness === 'public' || openness === 'shared'),
);

/** Their types. */
export const FEED_TYPES: readonly string[] = FEED_CONTRACTS.map(({ type }) => type);

import { ANNOUNCING_SERVICES, SERVICES, type Service } from './services.js';

/** A topic as it is created and granted: who writes it, who reads it, how it is cut, and how long it keeps (ms; -1: for ever). */
export type Topic = {
  name: string;
  producer: Service | 'operator';
  partitions: number;
  retentionMs: number;
  consumers: readonly Service[];
};

const FACT_PARTITIONS = 12;
const FOR_EVER = -1;
const AN_HOUR = 3_600_000;

const facts = (name: string, producer: Service, consumers: readonly Service[]): Topic => ({
  name,
  producer,
  partitions: FACT_PARTITIONS,
  retentionMs: FOR_EVER,
  consumers,
});

const READERS_OF_FACTS = ['rating', 'repair', 'verification', 'disclosure', 'delivery', 'audit'] as const;

const FACTS: readonly Topic[] = [
  facts('credit.registry.reports', 'registry', ['verification', 'delivery', 'audit']),
  facts('credit.registry.problems', 'registry', ['delivery', 'audit']),
  facts('credit.registry.subjects', 'registry', READERS_OF_FACTS),
  facts('credit.registry.records', 'registry', READERS_OF_FACTS),
  facts('credit.rating.ratings', 'rating', ['verification', 'disclosure', 'repair', 'delivery', 'audit']),
  facts('credit.verification.checks', 'verification', ['audit']),
  facts('credit.verification.suggestions', 'verification', ['repair', 'delivery', 'audit']),
  facts('credit.disclosure.publications', 'disclosure', ['repair', 'audit']),
  facts('credit.delivery.entries', 'delivery', ['repair', 'audit']),
  facts('credit.repair.cases', 'repair', ['registry', 'rating', 'verification', 'disclosure', 'delivery', 'audit']),
];

/** Who keeps copies of a service's facts wants to know how far they reach. */
const readersOf = (service: Service): Service[] =>
  SERVICES.filter((reader) => FACTS.some((topic) => topic.producer === service && topic.consumers.includes(reader)));

const watermarks = (service: Service): Topic => ({
  name: `credit.${service}.watermarks`,
  producer: service,
  partitions: 1,
  retentionMs: AN_HOUR,
  consumers: readersOf(service),
});

/** Every topic there is. Topics are created, and rights on them granted, from this list alone. */
export const TOPICS: readonly Topic[] = [
  { name: 'credit.platform.clock', producer: 'operator', partitions: 1, retentionMs: FOR_EVER, consumers: SERVICES },
  ...FACTS,
  ...ANNOUNCING_SERVICES.map(watermarks),
  ...ANNOUNCING_SERVICES.map((service) => facts(`credit.${service}.operations`, service, ['audit'])),
  ...ANNOUNCING_SERVICES.map((service) => facts(`credit.${service}.accesses`, service, ['audit'])),
];

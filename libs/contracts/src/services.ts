/** The services of the house, each a process of its own. */
export const SERVICES = ['gateway', 'registry', 'rating', 'repair', 'verification', 'disclosure', 'delivery', 'audit'] as const;

/** The name of a service: its database, consumer group and Kafka user are called the same. */
export type Service = (typeof SERVICES)[number];

/** The services that own a database and announce; the gateway has neither. */
export const ANNOUNCING_SERVICES = SERVICES.filter((service) => service !== 'gateway');

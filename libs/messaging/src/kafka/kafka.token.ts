/** Token of the process's Kafka client. */
export const KAFKA = Symbol('kafka');

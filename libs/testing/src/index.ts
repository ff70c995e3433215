export * from './city/index.js';
export { type TestDatabase, testDatabase } from './databases.js';
export { eventually } from './eventually.js';
export { type EnvelopeChanges, type Heard, Neighbour } from './neighbour.js';
export { type Proxy, proxy } from './proxy.js';
export { type RunningProcess, type RunningSystem, runningSystem } from './running-system.js';
export { startService, type TestAnswer, type TestRequest, type TestService, type TestServiceOptions } from './service.js';
export { type TestTokens, testTokens, type TokenFaults, type TokenHolder } from './tokens.js';
export { type KafkaLogin, testKafka, testPrefix, testTopics } from './topics.js';

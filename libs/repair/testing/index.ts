export { aCase, aHistory, aMatter, aReceipt, COMMITMENT, FULFILMENT } from './a-case.js';
export { aRecord, MARKET_REGULATION } from './a-record.js';

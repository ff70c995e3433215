import { RecordState } from './record-state.js';

/**
 * A record of a known credit subject was taken in: a penalty, a licence, a listing, an honour. Its version is 1.
 * Announced by `registry`; heard by `rating`, `repair`, `verification`, `disclosure`, `delivery`, `audit`. Key: the credit code.
 */
export class RecordCollectedV1 extends RecordState {
  static readonly topic = 'credit.registry.records';
  static readonly type = 'credit.registry.record-collected.v1';
  static readonly openness = 'shared';
}

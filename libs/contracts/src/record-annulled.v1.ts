import { RecordEnding } from './record-ending.js';

/**
 * The decision behind a record was annulled (复议, 诉讼 or by the unit itself); from now on nobody shows, shares or counts it.
 * Announced by `registry`; heard by `rating`, `repair`, `verification`, `disclosure`, `delivery`, `audit`. Key: the credit code.
 */
export class RecordAnnulledV1 extends RecordEnding {
  static readonly topic = 'credit.registry.records';
  static readonly type = 'credit.registry.record-annulled.v1';
  static readonly openness = 'shared';
}

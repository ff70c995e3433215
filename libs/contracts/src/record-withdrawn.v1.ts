import { RecordEnding } from './record-ending.js';

/**
 * The source withdrew a record it should not have sent; from now on nobody shows, shares or counts it.
 * Announced by `registry`; heard by `rating`, `repair`, `verification`, `disclosure`, `delivery`, `audit`. Key: the credit code.
 */
export class RecordWithdrawnV1 extends RecordEnding {
  static readonly topic = 'credit.registry.records';
  static readonly type = 'credit.registry.record-withdrawn.v1';
  static readonly openness = 'shared';
}

import { SubjectState } from './subject-state.js';

/**
 * A credit subject appeared in the register for the first time.
 * Announced by `registry`; heard by `rating`, `repair`, `verification`, `disclosure`, `delivery`, `audit`. Key: its credit code.
 */
export class SubjectRegisteredV1 extends SubjectState {
  static readonly topic = 'credit.registry.subjects';
  static readonly type = 'credit.registry.subject-registered.v1';
  static readonly openness = 'public';
}

import { SubjectState } from './subject-state.js';

/**
 * The register says something new of a known credit subject; the data is its new whole.
 * Announced by `registry`; heard by `rating`, `repair`, `verification`, `disclosure`, `delivery`, `audit`. Key: its credit code.
 */
export class SubjectChangedV1 extends SubjectState {
  static readonly topic = 'credit.registry.subjects';
  static readonly type = 'credit.registry.subject-changed.v1';
  static readonly openness = 'public';
}

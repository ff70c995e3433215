export * from './catalogue/index.js';
export * from './domains/index.js';
export * from './purposes/index.js';
export * from './visibility/index.js';
export {
  type ClassedItem,
  type ClassEntry,
  type ClassFacts,
  type FineLevel,
  type FineThresholdEntry,
  type Procedure,
} from './classes/class-entry.js';
export { classOf } from './classes/class-of.js';
export { fineLevel } from './classes/fine-thresholds.js';
export { type ClockEntry, type ClockName } from './clocks/clock-entry.js';
export { type EntryKind } from './entries.js';
export { type Entry, type Mark, onDate } from './entry.js';
export { type Law, loadLaw } from './law.js';
export { type Overlay, type OverlayChange, OverlayRefused } from './overlay.js';
export {
  type MaximumEndsEntry,
  type PublicityEntry,
  type PublicityTerm,
  type RecordClass,
  type RecordEnds,
  type Regime,
  type TransitionEntry,
} from './publicity/publicity-entry.js';
export { type BoundedFault, type QualityBound } from './quality/quality-bound.js';
export { type RetentionEntry } from './retention/retention-entry.js';
export { type RatingScale } from './scale/rating-scale.js';
export { type Sector, type SectorEntry, sectorNamed, SECTORS } from './sectors/sector.js';

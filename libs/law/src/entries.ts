import { type Area, AREAS } from '@chengxin/kernel';
import { type CalendarEntry } from './calendar/calendar-entry.js';
import { CALENDARS } from './calendar/calendars.js';
import { CATALOGUE, type CatalogueItem } from './catalogue/index.js';
import { type ClassEntry, type FineThresholdEntry } from './classes/class-entry.js';
import { CLASSES } from './classes/class-entries.js';
import { FINE_THRESHOLDS } from './classes/fine-thresholds.js';
import { type ClockEntry } from './clocks/clock-entry.js';
import { CLOCKS } from './clocks/clocks.js';
import { DOMAINS, type VerificationDomain } from './domains/index.js';
import { ADVERSE_LIMITS, MAXIMUM_ENDS, TRANSITION } from './publicity/ends.js';
import { type AdverseLimitEntry, type MaximumEndsEntry, type PublicityEntry, type TransitionEntry } from './publicity/publicity-entry.js';
import { PUBLICITY } from './publicity/publicity-terms.js';
import { type QualityBound } from './quality/quality-bound.js';
import { QUALITY_BOUNDS } from './quality/quality-bounds.js';
import { type PurposeEntry } from './purposes/purpose.js';
import { PURPOSES } from './purposes/purposes.js';
import { type RetentionEntry } from './retention/retention-entry.js';
import { RETENTION } from './retention/retention.js';
import { type RatingScale } from './scale/rating-scale.js';
import { RATING_SCALES } from './scale/rating-scales.js';
import { type SectorEntry } from './sectors/sector.js';
import { SECTOR_TABLE } from './sectors/sector-table.js';

/** Every dated entry, by kind. */
export interface Entries {
  adverseLimits: readonly AdverseLimitEntry[];
  areas: readonly Area[];
  calendars: readonly CalendarEntry[];
  catalogue: readonly CatalogueItem[];
  classes: readonly ClassEntry[];
  clocks: readonly ClockEntry[];
  domains: readonly VerificationDomain[];
  fineThresholds: readonly FineThresholdEntry[];
  maximumEnds: readonly MaximumEndsEntry[];
  publicity: readonly PublicityEntry[];
  qualityBounds: readonly QualityBound[];
  purposes: readonly PurposeEntry[];
  ratingScales: readonly RatingScale[];
  retention: readonly RetentionEntry[];
  sectors: readonly SectorEntry[];
  transition: readonly TransitionEntry[];
}

/** The kinds of entries: those an overlay may add to. */
export type EntryKind = keyof Entries;

/** The entries that come with the platform, the same for every city. */
export const SHIPPED: Entries = {
  adverseLimits: ADVERSE_LIMITS,
  areas: AREAS,
  calendars: CALENDARS,
  catalogue: CATALOGUE,
  classes: CLASSES,
  clocks: CLOCKS,
  domains: DOMAINS,
  fineThresholds: FINE_THRESHOLDS,
  maximumEnds: MAXIMUM_ENDS,
  publicity: PUBLICITY,
  qualityBounds: QUALITY_BOUNDS,
  purposes: PURPOSES,
  ratingScales: RATING_SCALES,
  retention: RETENTION,
  sectors: SECTOR_TABLE,
  transition: TRANSITION,
};

import { type Area, canonicalJson, type LocalDate, type Result, type WorkingDayCalendar } from '@chengxin/kernel';
import { workingDayCalendar } from './calendar/working-day-calendar.js';
import { type CatalogueItem, type ItemCode } from './catalogue/index.js';
import { type ClassEntry, type FineThresholdEntry } from './classes/class-entry.js';
import { type ClockEntry, type ClockName } from './clocks/clock-entry.js';
import { type DomainCode, type VerificationDomain } from './domains/index.js';
import { type Entries, SHIPPED } from './entries.js';
import { type Entry, inForce, onDate } from './entry.js';
import { applyOverlay, type Overlay } from './overlay.js';
import {
  type AdverseLimitEntry,
  type MaximumEndsEntry,
  type PublicityTerm,
  type RecordClass,
  type TransitionEntry,
} from './publicity/publicity-entry.js';
import { type PurposeEntry, type PurposeRefusal, purposesOf, purposeStated } from './purposes/purpose.js';
import { type KeptWith, type RetentionEntry } from './retention/retention-entry.js';
import { type BoundedFault, type QualityBound } from './quality/quality-bound.js';
import { type RatingScale } from './scale/rating-scale.js';
import { type SectorEntry, type Sector } from './sectors/sector.js';
import { sectorLine } from './sectors/sector-line.js';
import { REACH } from './visibility/reach.js';
import { type Role } from './visibility/reader.js';

/**
 * What is in force, asked by date: the shipped entries and the city's overlay. Each answer names the entry it comes from.
 * Where no entry is in force on the day asked for, lists are empty, `item` and `domain` give undefined and the others throw a RangeError.
 */
export interface Law {
  /** All entries, the past ones too, as canonical JSON: what the digest is taken over. */
  readonly text: string;
  readonly areas: readonly Area[];
  readonly calendar: WorkingDayCalendar;
  /** The switch for records decided before the order of 2026, as it stands on that order's first day. */
  readonly transition: TransitionEntry;
  catalogue(on: LocalDate): CatalogueItem[];
  item(code: ItemCode, on: LocalDate): CatalogueItem | undefined;
  /** How long a record of that class is shown under the rules of the day of its decision. */
  publicity(decidedOn: LocalDate, recordClass: RecordClass): PublicityTerm;
  /** What the maximum ends, for records that reach it on that day. */
  maximumEnds(on: LocalDate): MaximumEndsEntry;
  /** How long an adverse record without a class is shown, shared and counted at most, if it was determined on that day. */
  adverseLimit(decidedOn: LocalDate): AdverseLimitEntry;
  /** The class entries of the day, for `classOf`. */
  classes(on: LocalDate): ClassEntry[];
  /** The bounds of fines of the sector, else those for any sector. */
  fineThreshold(sector: Sector, on: LocalDate): FineThresholdEntry;
  /** The sector of a penalty by the text of its basis, else by its punishing unit (credit code, name), else `other`. */
  sectorOf(unitCode: string, unitName: string, basis: string, on: LocalDate): { sector: Sector; entry: SectorEntry };
  clock(name: ClockName, on: LocalDate): ClockEntry;
  /** How long personal details are kept that come on that day. */
  retention(kept: KeptWith, on: LocalDate): RetentionEntry;
  domains(on: LocalDate): VerificationDomain[];
  domain(code: DomainCode, on: LocalDate): VerificationDomain | undefined;
  ratingScale(on: LocalDate): RatingScale;
  /** The purposes that a role may state when it looks at what is not public. */
  purposes(role: Role | 'public', on: LocalDate): PurposeEntry[];
  /** The purpose of a code as a role may state it, or why it may not. */
  purpose(code: string, role: Role | 'public', on: LocalDate): Result<PurposeEntry, PurposeRefusal>;
  /** How much of a fault a source may have in a month before it becomes a problem. */
  qualityBound(fault: BoundedFault, on: LocalDate): QualityBound;
}

/** The law of a city: the shipped entries and, on top, its overlay. Throws `OverlayRefused`, with every fault, on a wrong one. */
export function loadLaw(overlay?: Overlay): Law {
  const entries = overlay ? applyOverlay(SHIPPED, overlay) : SHIPPED;
  const [transition] = entries.transition.filter((entry) => inForce(entry, entry.before));
  if (transition === undefined) throw new RangeError('no transition entry is in force on the first day of the order of 2026');
  return {
    text: canonicalJson({ entries, overlay, reach: REACH }),
    areas: entries.areas,
    calendar: workingDayCalendar(entries.calendars),
    transition,
    ...records(entries),
    ...procedures(entries),
    ...looks(entries),
  };
}

/** What concerns the records of an enterprise. */
const records = (
  entries: Entries,
): Pick<Law, 'catalogue' | 'item' | 'publicity' | 'maximumEnds' | 'adverseLimit' | 'classes' | 'fineThreshold' | 'sectorOf'> => ({
  catalogue: (on) => onDate(entries.catalogue, on),
  item: (code, on) => entries.catalogue.find((item) => item.code === code && inForce(item, on)),
  publicity: (decidedOn, recordClass) => {
    const entry = theOne(entries.publicity, `publicity of ${recordClass} records`, decidedOn, (term) => term.class === recordClass);
    const { regime, published, minimum, maximum } = entry;
    return { entry, regime, class: recordClass, published, minimum, maximum };
  },
  maximumEnds: (on) => theOne(entries.maximumEnds, 'end of the maximum', on),
  adverseLimit: (decidedOn) => theOne(entries.adverseLimits, 'limit of adverse records', decidedOn),
  classes: (on) => onDate(entries.classes, on),
  fineThreshold: (sector, on) =>
    entries.fineThresholds.find((entry) => entry.sector === sector && inForce(entry, on)) ??
    theOne(entries.fineThresholds, 'fine threshold', on, (entry) => entry.sector === 'any'),
  sectorOf: (unitCode, unitName, basis, on) => {
    const entry = sectorLine(onDate(entries.sectors, on), { unitCode, unitName, basis });
    return { sector: entry.sector, entry };
  },
});

/** What concerns the handling of cases, checks and ratings. */
const procedures = (entries: Entries): Pick<Law, 'clock' | 'retention' | 'domains' | 'domain' | 'ratingScale' | 'qualityBound'> => ({
  clock: (name, on) => theOne(entries.clocks, `clock ${name}`, on, (entry) => entry.clock === name),
  retention: (kept, on) => theOne(entries.retention, `retention with a ${kept}`, on, (entry) => entry.with === kept),
  domains: (on) => onDate(entries.domains, on),
  domain: (code, on) => entries.domains.find((domain) => domain.code === code && inForce(domain, on)),
  ratingScale: (on) => theOne(entries.ratingScales, 'rating scale', on),
  qualityBound: (fault, on) => theOne(entries.qualityBounds, `bound of ${fault}`, on, (entry) => entry.fault === fault),
});

/** What concerns those who look. */
const looks = ({ purposes }: Entries): Pick<Law, 'purposes' | 'purpose'> => ({
  purposes: (role, on) => purposesOf(purposes, role, on),
  purpose: (code, role, on) => purposeStated(purposes, code, role, on),
});

function theOne<E extends Entry>(entries: readonly E[], what: string, on: LocalDate, is: (entry: E) => boolean = () => true): E {
  const entry = entries.find((candidate) => is(candidate) && inForce(candidate, on));
  if (entry === undefined) throw new RangeError(`no entry is in force: ${what} on ${on}`);
  return entry;
}

import { CLOCK_NAMES } from '../clocks/clock-entry.js';
import { type EntryKind } from '../entries.js';
import { BOUNDED_FAULTS } from '../quality/quality-bound.js';
import { KEPT_WITH } from '../retention/retention-entry.js';
import { SECTORS } from '../sectors/sector.js';
import { catalogueItem } from './catalogue-shape.js';
import { verificationDomain } from './domain-shape.js';
import { amount, date, either, list, object, oneOf, optional, pattern, type Shape, text, whole, yesOrNo } from './shape.js';

const DATED = { from: date, until: optional(date) };
const ENTRY = { id: text, source: text, mark: oneOf(['confirmed', 'recalled', 'assumed']), ...DATED };

const recordClass = oneOf(['minor', 'general', 'serious']);
const regime = oneOf(['2017', '2019', '2023', '2026']);
const sectors = Object.keys(SECTORS);
const period = either(object({ months: whole(1) }), object({ days: whole(1) }), 'a period { months } or { days }');
const ends = object({ shown: yesOrNo, shared: yesOrNo, counted: yesOrNo });
const texts = list(text);

/** What an entry of each kind consists of. */
export const ENTRY_SHAPES: Readonly<Record<EntryKind, Shape>> = {
  adverseLimits: object({ ...ENTRY, maximum: period }),
  areas: object({ code: pattern(/^\d{6}$/, 'six digits'), name: text, ...DATED }),
  calendars: object({ ...ENTRY, until: date, off: list(date), work: list(date) }),
  catalogue: object({ ...ENTRY, ...catalogueItem }),
  classes: object({
    ...ENTRY,
    regime,
    class: recordClass,
    item: oneOf(['penalty', 'serious-dishonesty', 'abnormal-operation']),
    kinds: optional(texts),
    procedure: optional(oneOf(['simple', 'ordinary'])),
    fine: optional(oneOf(['small', 'large', 'huge'])),
    sectors: optional(list(oneOf(sectors))),
  }),
  clocks: object({ ...ENTRY, clock: oneOf(CLOCK_NAMES), workingDays: whole(1), by: oneOf(['law', 'city']), items: optional(texts) }),
  domains: object({ ...ENTRY, ...verificationDomain }),
  fineThresholds: object({ ...ENTRY, sector: oneOf([...sectors, 'any']), largeFrom: optional(amount), hugeFrom: optional(amount) }),
  maximumEnds: object({ ...ENTRY, ends, endsUnfulfilled: ends }),
  publicity: object({ ...ENTRY, regime, class: recordClass, published: yesOrNo, minimum: optional(period), maximum: optional(period) }),
  purposes: object({ ...ENTRY, code: pattern(/^[a-z]+(-[a-z]+)*$/, 'a code'), name: object({ zh: text, en: text }), roles: texts }),
  qualityBounds: object({ ...ENTRY, fault: oneOf(BOUNDED_FAULTS), percent: whole(0), least: whole(1) }),
  ratingScales: object({ ...ENTRY, code: text, grades: texts }),
  retention: object({ ...ENTRY, with: oneOf(KEPT_WITH), counts: oneOf(['decision', 'receipt']), period }),
  sectors: object({ ...ENTRY, sector: oneOf(sectors), bases: optional(texts), units: optional(texts) }),
  transition: object({ ...ENTRY, before: date, notBefore: date, applies: yesOrNo }),
};

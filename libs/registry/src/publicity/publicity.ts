import { addPeriod, earlier, later, type LocalDate } from '@chengxin/kernel';
import type { Entry, Law, Polarity, PublicityTerm, RecordClass } from '@chengxin/law';
import { LONG_TERM } from '../reading/dates.js';

/**
 * When a record is shown, shared and counted. Every date is a last day, through 24:00 China time; an absent end is not known.
 * `shown` false: never shown. `saidBySource` is the end as the source wrote it; it is kept and rules nothing.
 */
export type Publicity = {
  regime: string;
  entries: string[];
  minimumUntil?: LocalDate;
  shownFrom?: LocalDate;
  shownUntil?: LocalDate;
  sharedUntil?: LocalDate;
  countedUntil?: LocalDate;
  shown: boolean;
  assumed: string[];
  saidBySource?: LocalDate;
};

/** What the publicity of a classed record depends on: the class of its own regime and that of 2026, and whether its duties are known to be met. */
export type ClassedRecord = {
  decidedOn: LocalDate;
  class: RecordClass;
  ratingClass: RecordClass;
  fulfilled: boolean;
  saidBySource?: LocalDate;
};

type Ends = Pick<Publicity, 'minimumUntil' | 'shownUntil' | 'sharedUntil' | 'countedUntil' | 'shown'> & { used: Entry[] };

const NO_ENDS = { shownUntil: undefined, sharedUntil: undefined, countedUntil: undefined };

/**
 * The publicity of a penalty or a listing under the regime of its decision date (notice of 2017, 发改办财金〔2019〕527号, Order 58 of
 * 2023, Order 36 of 2025), counted from the decision. One decided before Order 36 and still shown when it came into force takes the
 * earlier dates of the two regimes, where the transition entry says so.
 */
export function classedPublicity(law: Law, record: ClassedRecord): Publicity {
  const term = law.publicity(record.decidedOn, record.class);
  const own = endsUnder(law, term, record);
  const ends = isInTransition(law, record, own) ? transitional(law, record, own) : own;
  const { used, shown, minimumUntil, shownUntil, sharedUntil, countedUntil } = ends;
  const publicity: Publicity = { regime: term.regime, entries: idsOf(used), shown, assumed: idsOf(used.filter(isAssumed)) };
  if (shown) publicity.shownFrom = record.decidedOn;
  if (minimumUntil) publicity.minimumUntil = minimumUntil;
  if (shownUntil) publicity.shownUntil = shownUntil;
  if (sharedUntil) publicity.sharedUntil = sharedUntil;
  if (countedUntil) publicity.countedUntil = countedUntil;
  if (record.saidBySource) publicity.saidBySource = record.saidBySource;
  return publicity;
}

/** What the publicity of a record without a class depends on: the entry it was collected under, what it says, and its own end. */
export type UnclassedRecord = {
  itemEntry: string;
  polarity: Polarity;
  decidedOn: LocalDate;
  validUntil: LocalDate | undefined;
};

/**
 * The publicity of what has no class, such as a licence, an honour or a judgment: as long as it is valid; long-term (2099-12-31) has
 * no end. What speaks against its subject ends at the limit of adverse records, where its own end does not come first.
 */
export function unclassedPublicity(law: Law, { itemEntry, polarity, decidedOn, validUntil }: UnclassedRecord): Publicity {
  const limits = polarity === 'adverse' ? [law.adverseLimit(decidedOn)] : [];
  const ends = [...(validUntil ? [validUntil] : []), ...limits.map(({ maximum }) => addPeriod(decidedOn, maximum))];
  const known = ends.filter((end) => end !== LONG_TERM);
  const until = known.length > 0 ? known.reduce(earlier) : undefined;
  return {
    regime: 'validity',
    entries: [itemEntry, ...idsOf(limits)],
    shown: true,
    shownFrom: decidedOn,
    ...(until && { shownUntil: until, sharedUntil: until, countedUntil: until }),
    assumed: idsOf(limits.filter(isAssumed)),
  };
}

/** The publicity of a record that is handed to departments at most: shared and counted as it would be, and never shown. */
export function neverShown({ shownFrom: _from, shownUntil: _until, ...publicity }: Publicity): Publicity {
  return { ...publicity, shown: false };
}

/** The dates that one regime gives a record: the minimum, and what its maximum ends. */
function endsUnder(law: Law, term: PublicityTerm, { decidedOn, fulfilled }: ClassedRecord): Ends {
  const { entry, published: shown } = term;
  const minimumUntil = term.minimum && addPeriod(decidedOn, term.minimum);
  if (!term.maximum) return { shown, minimumUntil, ...NO_ENDS, used: [entry] };
  const last = addPeriod(decidedOn, term.maximum);
  const rule = law.maximumEnds(last);
  const ended = fulfilled ? rule.ends : rule.endsUnfulfilled;
  return {
    shown,
    minimumUntil,
    shownUntil: shown && ended.shown ? last : undefined,
    sharedUntil: ended.shared ? last : undefined,
    countedUntil: ended.counted ? last : undefined,
    used: [entry, rule],
  };
}

function isInTransition({ transition }: Law, { decidedOn }: ClassedRecord, own: Ends): boolean {
  const stillShown = own.shown && (own.shownUntil === undefined || own.shownUntil >= transition.before);
  return transition.applies && decidedOn < transition.before && stillShown;
}

/** The earlier of the old and the new date for the minimum and for each end; a record not shown at all under the new rules stops being shown. */
function transitional(law: Law, record: ClassedRecord, own: Ends): Ends {
  const { before, notBefore } = law.transition;
  const fresh = endsUnder(law, law.publicity(before, record.ratingClass), record);
  const newMinimum = fresh.minimumUntil ?? record.decidedOn;
  const newShownUntil = fresh.shown ? fresh.shownUntil : record.decidedOn;
  return {
    shown: own.shown,
    minimumUntil: own.minimumUntil && earliest(own.minimumUntil, newMinimum, notBefore),
    shownUntil: earliest(own.shownUntil, newShownUntil, notBefore),
    sharedUntil: earliest(own.sharedUntil, fresh.sharedUntil, notBefore),
    countedUntil: earliest(own.countedUntil, fresh.countedUntil, notBefore),
    used: [...own.used, ...fresh.used.filter((entry) => !own.used.includes(entry)), law.transition],
  };
}

/** The earlier of the old and the new date, never before `notBefore`. */
function earliest(old: LocalDate | undefined, fresh: LocalDate | undefined, notBefore: LocalDate): LocalDate | undefined {
  const first = old && fresh ? earlier(old, fresh) : (old ?? fresh);
  return first && later(first, notBefore);
}

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);

const isAssumed = ({ mark }: Entry): boolean => mark === 'assumed';

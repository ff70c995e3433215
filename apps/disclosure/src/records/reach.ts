import { type LocalDate } from '@chengxin/kernel';
import { type CatalogueItem, type Reader, type Visibility, visible } from '@chengxin/law';

/**
 * How far a record itself still goes: to everyone while it is shown, to departments while it is shared, then to its
 * enterprise, its source and those who oversee; never further than its own openness. The dates bind by themselves; ending
 * events only follow them.
 */
export const REACHES = ['public', 'shared', 'authorised'] as const;
/** One of them. */
export type Reach = (typeof REACHES)[number];

/** What a reader may see of a record of this item and reach: the narrower of the two openness rules. */
export const readable = (reader: Reader, item: CatalogueItem, reach: Reach, on: LocalDate): Visibility => visible(reader, item, on, reach);

/** A kind of record that a reader may see: item, reach, and whether the reader's own unit supplied it. */
export type ReadableKind = { item: string; reach: Reach; own: boolean };

/** All kinds of records that a reader may see on a day. */
export function readableKinds(reader: Reader, catalogue: readonly CatalogueItem[], on: LocalDate): ReadableKind[] {
  const kinds = catalogue.flatMap((item) => REACHES.flatMap((reach) => [true, false].map((own) => ({ item, reach, own }))));
  return kinds
    .filter(({ item, reach, own }) => readable(asSource(reader, own), item, reach, on).record)
    .map(({ item, reach, own }) => ({ item: item.code, reach, own }));
}

/** The reader before a record that the own unit supplied, or another. */
export function asSource({ sourceUnit: _, ...reader }: Reader, own: boolean): Reader {
  return own && reader.unit !== undefined ? { ...reader, sourceUnit: reader.unit } : reader;
}

/** SQL: whether the record `r` is shown to everyone on a day; `today` is a parameter of type text. */
export const isShown = (today: string): string =>
  `(r.state = 'current' and r.openness = 'public' and (r.publicity ->> 'shown')::boolean and coalesce(r.publicity ->> 'shownFrom', '') <= ${today}::text
    and coalesce(r.publicity ->> 'shownUntil', '9999-12-31') >= ${today}::text)`;

/** SQL: the reach of the record `r` on a day; `today` is a parameter of type text. */
export const reachOf = (today: string): string =>
  `case when ${isShown(today)} then 'public'
        when r.openness in ('public', 'shared') and r.state = 'current'
             and coalesce(r.publicity ->> 'sharedUntil', '9999-12-31') >= ${today}::text then 'shared'
        else 'authorised' end`;

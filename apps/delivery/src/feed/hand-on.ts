import { contractOf, RecordCollectedV1, RecordCorrectedV1, RecordFulfilledV1, type ShownThing } from '@chengxin/contracts';
import { type LocalDate } from '@chengxin/kernel';
import { applyVisibility, type ItemCode, type Law, narrowest, type Openness, type Reader, type Visibility, visible } from '@chengxin/law';
import { type FeedEvent } from './feed-event.js';
import { isOfSource } from './feed-types.js';

/**
 * An entry with what decides how much of it a reader sees: who supplied the record it is about, how far that record goes (where it
 * is known), and whether it is still shared.
 */
export type FeedEntry = { position: number; event: FeedEvent; sourceUnit?: string | null; openness?: Openness | null; shared: boolean };

/** An event as a reader gets it: at its place, filtered; `withheld` when only which record it was about is left. */
export type HandedEvent = Omit<FeedEvent, 'dataschema'> & { position: number; dataschema?: string; withheld?: true };

/** Under what an entry is read: who reads, under which law, on which business day. */
export type Reading = { reader: Reader; law: Law; on: LocalDate };

/** What a record says; everything else about it only says what became of it, and goes on to those who had it. */
const CONTENTS: readonly string[] = [RecordCollectedV1.type, RecordCorrectedV1.type, RecordFulfilledV1.type];

type Named = {
  item?: ItemCode;
  recordId?: string;
  creditCode?: string;
  unit?: { code: string };
  version?: number;
  knownAt?: string;
  fields?: Record<string, string>;
};

/**
 * What a reader may see of an entry, in feed and webhooks alike; undefined when nothing. An event goes as far as its contract's
 * openness, that of the item it names and that of the record it is about; of a record's fields goes what `visible` grants. The
 * content of a record that is shared no longer is withheld from all but its source and those who oversee: a past event gives no
 * right that today does not.
 */
export function handOn(entry: FeedEntry, { reader, law, on }: Reading): HandedEvent | undefined {
  const { position, event } = entry;
  const data: Named = event.data;
  const contract = contractOf(event.type);
  const item = law.item(data.item ?? 'subject-register', on);
  if (!contract || !item) return undefined;
  const who: Reader = { ...reader, subject: event.subject, sourceUnit: sourceOf(entry, data) };
  const openness = narrowest(item.openness, entry.openness ?? item.openness);
  const seen = (...others: Openness[]): Visibility => visible(who, item, on, narrowest(openness, ...others));
  if (!seen(contract.openness).record) return undefined;
  if (saysWhatEnded(entry) && !seen(WHEN_ENDED).record) return withheld(position, event, data);
  if (!data.fields) return { ...event, position };
  return { ...event, position, data: { ...data, fields: applyVisibility(data.fields, seen(), item) } };
}

/** What a handed event shows, of which enterprise: the version of a record, else the event itself; undefined for what is about none. */
export function seenEvent({ id, data }: HandedEvent): (ShownThing & { creditCode: string }) | undefined {
  const { creditCode, recordId, version }: Named = data;
  if (creditCode === undefined) return undefined;
  const isOfRecord = recordId !== undefined && version !== undefined;
  return { creditCode, ...(isOfRecord ? { kind: 'record', id: recordId, version } : { kind: 'event', id }) };
}

/** The unit that an event concerns as a source: the one that supplied its record, or the one whose problem it tells of. */
const sourceOf = ({ event, sourceUnit }: FeedEntry, { unit }: Named): string | undefined =>
  isOfSource(event.type) ? unit?.code : (sourceUnit ?? undefined);

const saysWhatEnded = ({ event, shared }: FeedEntry): boolean => CONTENTS.includes(event.type) && !shared;

/** A record that has ended goes no further than to its enterprise, its source and those who oversee. */
const WHEN_ENDED = 'authorised';

function withheld(position: number, { dataschema: _, ...event }: FeedEvent, data: Named): HandedEvent {
  const { recordId, creditCode, version, item, knownAt } = data;
  return { ...event, position, withheld: true, data: { recordId, creditCode, version, item, knownAt } };
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventServer } from '../consumer/event-server.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';

/**
 * An entry of a journal: its place, the event, its key and its number among those of its topic and key; last, of a produced event
 * its type, of an applied one the handler (`<service>:<kind>`).
 */
export type JournalEntry = [position: string, eventId: string, key: string, sequence: number, typeOrHandler: string];

const PAGE = 5_000;

const PRODUCED = `
  select o.xid::text as xid, o.position::text as position, event_id, key, sequence::double precision as sequence, type from outbox_events o
   where topic = $1 and (o.xid, o.position) > ($2::xid8, $3::bigint)
     and (o.xid, o.position) <= ((select xid from outbox_cursor), (select position from outbox_cursor))
   order by o.xid, o.position limit ${PAGE}`;

const APPLIED = `
  select i.position::text as position, event_id, key, sequence::double precision as sequence, handler from inbox_entries i
   where topic = $1 and i.position > $2 order by i.position limit ${PAGE}`;

type Produced = { xid: string; position: string; event_id: string; key: string; sequence: number; type: string };
type Applied = { position: string; event_id: string; key: string; sequence: number; handler: string };

/** What a service has published and what it has applied, topic by topic in that very order: what `reconcile` compares. */
@Injectable()
export class Journals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly server: EventServer,
    @Inject(MESSAGING) private readonly options: MessagingOptions,
  ) {}

  /** The next published events of a topic behind a place (`<transaction>:<position>`), in the order published. */
  async produced(topic: string, after = '0:0'): Promise<JournalEntry[]> {
    const rows = await this.dataSource.query<Produced[]>(PRODUCED, [topic, ...after.split(':')]);
    return rows.map((row) => [`${row.xid}:${row.position}`, row.event_id, row.key, row.sequence, row.type]);
  }

  /** The next applied events of a topic behind a position, in the order applied; one for each kind of handler. */
  async applied(topic: string, after = '0'): Promise<JournalEntry[]> {
    const rows = await this.dataSource.query<Applied[]>(APPLIED, [topic, after]);
    return rows.map((row) => [row.position, row.event_id, row.key, row.sequence, row.handler]);
  }

  /** By handler (`<service>:<kind>`), which types of a topic it applies: events of all other types are in no journal of applied ones. */
  handled(topic: string): Record<string, string[]> {
    const ofTopic = Object.entries(this.server.subscriptions.typesOf(topic));
    return Object.fromEntries(ofTopic.map(([kind, types]) => [`${this.options.service}:${kind}`, types]));
  }
}

import { type Envelope, schemaAddress } from '@chengxin/contracts';
import { type Received } from '@chengxin/messaging';

/** An event as departments get it: without who acted and without the trace, which are the platform's own. */
export type FeedEvent = Omit<Envelope, 'actor' | 'traceparent'>;

/** The event of the feed: identifier and content are those it has everywhere. */
export function feedEventOf({ id, source, type, subject, key, time, sequence, correlationId, causationId, data }: Received): FeedEvent {
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: subject ?? key,
    time,
    datacontenttype: 'application/json',
    dataschema: schemaAddress(type),
    sequence: String(sequence),
    correlationid: correlationId,
    ...(causationId && { causationid: causationId }),
    data,
  };
}

import { schemaAddress, sourceOf, type Envelope, type Service } from '@chengxin/contracts';
import { correlation, correlationOf, uuidv7 } from '@chengxin/platform';
import { handledEventOf } from '../consumer/handled-events.js';
import type { OutgoingEvent } from './outgoing-event.js';

/** An envelope before the database has given its number. */
export type Draft<T extends object = object> = Omit<Envelope<T>, 'sequence'>;

type Trace = Pick<Envelope, 'correlationid' | 'causationid' | 'traceparent' | 'actor'>;

/** The trace of an event: that of the received event which caused it, else of the request or timer under way. */
function traceOf({ cause, key }: OutgoingEvent): Trace {
  const event = cause ?? handledEventOf(key);
  const store = correlation.getStore() ?? correlationOf({});
  return event
    ? { correlationid: event.correlationId, causationid: event.id, traceparent: event.traceparent, actor: event.actor }
    : { correlationid: store.correlationId, causationid: store.causationId, traceparent: store.traceparent, actor: store.actor };
}

/** Makes the envelope of an outgoing event. `now` is machine time; members without a value are left out. */
export function draftOf<T extends object>(service: Service, event: OutgoingEvent<T>, now: Date): Draft<T> {
  const { correlationid, causationid, traceparent, actor } = traceOf(event);
  const { type } = event.contract;
  return {
    specversion: '1.0',
    id: uuidv7(now),
    source: sourceOf(service),
    type,
    subject: event.subject ?? event.key,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaAddress(type),
    correlationid,
    ...(causationid && { causationid }),
    ...(actor && { actor }),
    ...(traceparent && { traceparent }),
    data: event.data,
  };
}

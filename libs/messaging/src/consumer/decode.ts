import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Envelope } from '@chengxin/contracts';
import type { ContractCheck } from '../schemas/compiled.js';
import type { HandlerKind } from './on.decorator.js';
import type { Received } from './received.js';
import type { Reading, Subscription, Subscriptions } from './subscriptions.js';

/** A message of a topic as it came; bytes as the broker holds them. */
export type Message = { topic: string; partition: number; offset: string; key: Buffer | null; value: Buffer | null };

/** An event that can be handled, by the kinds of handler that have not done so yet. */
export type Ready = { state: 'ready'; message: Message; event: Received; subscription: Subscription; due: ReadonlySet<HandlerKind> };

/** A message that cannot be handled, and why; without a readable key it stands alone. */
export type Unreadable = { state: 'unreadable'; message: Message; key?: string; eventId?: string; type?: string; reason: string };

/** What a message turns out to be; `skipped` when nobody listens to its type. */
export type Decoded = Ready | Unreadable | { state: 'skipped'; message: Message };

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const text = { type: 'string', minLength: 1 } as const;

const isEnvelope = new Ajv2020({ strict: false }).compile<Envelope>({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'time', 'sequence', 'correlationid', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', pattern: UUID },
    source: text,
    type: text,
    subject: text,
    time: text,
    sequence: { type: 'string', pattern: '^[1-9][0-9]{0,14}$' },
    correlationid: text,
    causationid: text,
    actor: text,
    traceparent: text,
    data: { type: 'object' },
  },
});

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The database holds no NUL in a text. */
function textOf(bytes: Buffer | null): string | undefined {
  try {
    const decoded = bytes === null ? undefined : utf8.decode(bytes);
    return decoded?.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function jsonOf(bytes: Buffer | null): unknown {
  try {
    return JSON.parse(textOf(bytes) ?? '');
  } catch {
    return undefined;
  }
}

const faultsOf = (errors: typeof isEnvelope.errors): string =>
  (errors ?? []).map(({ instancePath, message: rule }) => `${instancePath || '/'} ${rule}`).join('; ');

const stringIn = (value: unknown, member: string): string | undefined => {
  const found = (value as Record<string, unknown> | undefined)?.[member];
  return typeof found === 'string' ? found : undefined;
};

const received = ({ topic, partition, offset }: Message, key: string, envelope: Envelope): Received => ({
  id: envelope.id,
  type: envelope.type,
  source: envelope.source,
  subject: envelope.subject,
  time: envelope.time,
  data: envelope.data,
  sequence: Number(envelope.sequence),
  correlationId: envelope.correlationid,
  causationId: envelope.causationid,
  actor: envelope.actor,
  traceparent: envelope.traceparent,
  key,
  topic,
  partition,
  offset,
});

type Opinion = { subscription: Subscription; envelope: Envelope } | { reason: string } | undefined;

/** What the value of a message is to this service: an event of a subscription, nothing, or unreadable for a reason. */
function opinionOf(value: unknown, type: string | undefined, subscriptions: Subscriptions): Opinion {
  if (type === undefined) return { reason: 'it is not a CloudEvent in JSON' };
  const reading = subscriptions.of(type);
  if (!reading) return subscriptions.isOtherVersion(type) ? { reason: `the version of ${type} is not known` } : undefined;
  if (!isEnvelope(value)) return { reason: `its envelope is wrong: ${faultsOf(isEnvelope.errors)}` };
  const { subscription } = reading;
  const read = dataIn(value, reading);
  return 'reason' in read ? read : { subscription, envelope: { ...value, type: subscription.contract.type, data: read.data } };
}

type Data = { data: object } | { reason: string };

/** The data of an event as its listeners know it; an older version is checked as what it is, and again as what it becomes. */
function dataIn({ type, data }: Envelope, { subscription, older }: Reading): Data {
  const found = fitting(type, (older ?? subscription).check, data);
  if (!older || 'reason' in found) return found;
  try {
    return fitting(subscription.contract.type, subscription.check, older.upcast(data));
  } catch (fault) {
    return { reason: `it cannot be brought up from ${type}: ${String(fault)}` };
  }
}

function fitting(type: string, check: ContractCheck, data: object): Data {
  const faults = check(data);
  return faults.length > 0 ? { reason: `it does not fit ${type}: ${faults.join('; ')}` } : { data };
}

/** Reads a message and checks it against the contract of its type. */
export function decode(message: Message, subscriptions: Subscriptions): Decoded {
  const key = textOf(message.key) || undefined;
  const value = jsonOf(message.value);
  const type = stringIn(value, 'type');
  const opinion = opinionOf(value, type, subscriptions);
  if (!opinion) return { state: 'skipped', message };
  if ('reason' in opinion || key === undefined) {
    const reason = 'reason' in opinion ? opinion.reason : 'it has no readable key';
    return { state: 'unreadable', message, key, type, eventId: stringIn(value, 'id'), reason };
  }
  const { subscription, envelope } = opinion;
  const due = new Set(subscription.handlers.map(({ kind }) => kind));
  return { state: 'ready', message, event: received(message, key, envelope), subscription, due };
}

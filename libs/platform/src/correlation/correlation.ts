import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { maskPersonalNumbers } from '@chengxin/kernel';
import type { PendingRequest } from '../idempotency/pending-request.js';
import { uuidv7 } from '../database/uuidv7.js';

/** What ties together everything that one request, message or timer brings about. */
export interface Correlation {
  correlationId: string;
  /** The event that caused what is being done. */
  causationId?: string;
  /** W3C Trace Context. */
  traceparent?: string;
  /** Who acts: the subject of the token. */
  actor?: string;
  /** The creating request under way, when it came with an Idempotency-Key. */
  pending?: PendingRequest;
}

/** The correlation of the code that is running; `correlation.run(store, work)` begins one. */
export const correlation = new AsyncLocalStorage<Correlation>();

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
const CORRELATION_ID = /^[\w.:-]{1,128}$/;

/** A correlation from what a caller gave; whatever is absent, malformed or somebody's number is made anew, for it goes into every event. */
export function correlationOf(given: { correlationId?: string; traceparent?: string }): Correlation {
  return {
    correlationId: given.correlationId && isCorrelationId(given.correlationId) ? given.correlationId : uuidv7(),
    traceparent: given.traceparent && TRACEPARENT.test(given.traceparent) ? given.traceparent : newTrace(),
  };
}

const isCorrelationId = (text: string): boolean => CORRELATION_ID.test(text) && maskPersonalNumbers(text) === text;

/** Of random identifiers, which are drawn from a pool of the process: asking the system each time costs more than the rest of a small request. */
const newTrace = (): string => `00-${randomUUID().replaceAll('-', '')}-${randomUUID().slice(19).replace('-', '')}-00`;

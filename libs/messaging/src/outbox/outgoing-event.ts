import type { ContractClass } from '@chengxin/contracts';
import type { Received } from '../consumer/received.js';

/** An event to announce: what happened, under which message key, and of which subject (by default the key). */
export type OutgoingEvent<T extends object = object> = {
  contract: ContractClass<T>;
  key: string;
  data: T;
  subject?: string;
  /** The received event that brought it about; by default the one of the same key that is being handled. */
  cause?: Received;
};

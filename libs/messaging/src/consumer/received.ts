/** An event as a handler gets it: checked against its contract, with its envelope and where it lay. `time` is machine time. */
export type Received<T extends object = object> = {
  id: string;
  type: string;
  source: string;
  subject?: string;
  time: string;
  data: T;
  /** The number of the event among those of its topic and key, gapless from 1. */
  sequence: number;
  correlationId: string;
  causationId?: string;
  actor?: string;
  traceparent?: string;
  /** The message key. */
  key: string;
  topic: string;
  partition: number;
  offset: string;
};

/** What the events state, in their order. */
export const dataOf = <T extends object>(events: readonly Received<T>[]): T[] => events.map(({ data }) => data);

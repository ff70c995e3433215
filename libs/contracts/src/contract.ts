/** Who may be given the content of an event: everyone, all departments, the unit concerned, or the platform alone. */
export type ContractOpenness = 'public' | 'shared' | 'own-unit' | 'internal';

/**
 * What a new major version of a contract takes the place of, and how the data of an event of that one becomes its own. Pure, and right
 * for every event that was ever said; a version before that is brought up step by step.
 */
export type Succession<T extends object> = { readonly contract: ContractClass; upcast(data: object): T };

/**
 * A contract: the class of the data with its topic, its CloudEvents type and its openness beside it; of a later major version also what
 * it succeeds, so that its listeners take the events of both.
 */
export type ContractClass<T extends object = object> = {
  new (): T;
  readonly topic: string;
  readonly type: string;
  readonly openness: ContractOpenness;
  readonly succeeds?: Succession<T>;
};

/**
 * An event on the wire: CloudEvents 1.0, structured JSON. `source` is `/chengxin/<service>`, `time` machine time,
 * `sequence` a string of digits, gapless from 1 for each topic and message key; absent members are absent, never null.
 */
export type Envelope<T extends object = object> = {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject?: string;
  time: string;
  datacontenttype: 'application/json';
  dataschema: string;
  sequence: string;
  correlationid: string;
  causationid?: string;
  actor?: string;
  traceparent?: string;
  data: T;
};

/** The path at which the gateway of an installation serves the JSON Schema of an event's data. */
export const schemaPath = (type: string): string => `/api/schemas/${type}`;

/** The `dataschema` of an event: `schemaPath` under our own scheme, because CloudEvents wants an absolute URI and hosts differ. */
export const schemaAddress = (type: string): string => `chengxin:${schemaPath(type)}`;

/** The `source` of what a service, or the operator, announces. */
export const sourceOf = (service: string): string => `/chengxin/${service}`;

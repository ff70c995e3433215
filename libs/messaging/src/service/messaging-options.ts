import type { ContractClass, Service } from '@chengxin/contracts';

/** What a service says about its messages: who it is and what it announces. */
export type MessagingOptions = {
  service: Service;
  announces: readonly ContractClass[];
  /** The tables that `@On` handlers fill: a rebuild fills them anew. Nothing refers to them by a foreign key. */
  copies: readonly string[];
};

/** Token of the service's messaging options. */
export const MESSAGING = Symbol('messaging options');

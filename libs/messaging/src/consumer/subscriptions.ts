import type { ContractClass } from '@chengxin/contracts';
import { checkOf, type ContractCheck } from '../schemas/compiled.js';
import type { HandlerKind } from './on.decorator.js';
import type { Received } from './received.js';
import type { Transaction } from '@chengxin/platform';

/** A handler as the transport calls it. */
export type Handler = { kind: HandlerKind; call: (events: Received[], tx: Transaction) => Promise<void> };

/** What a service listens to: a contract, its check on the way in, and its handlers, those that fill copies first. */
export type Subscription = { contract: ContractClass; check: ContractCheck; handlers: Handler[] };

const withoutVersion = (type: string): string => type.replace(/\.v\d+$/, '');

/** All that a service listens to. */
export class Subscriptions {
  private readonly byType = new Map<string, Subscription>();
  private readonly families = new Set<string>();

  /** Adds a handler of a contract. */
  add(contract: ContractClass, handler: Handler): void {
    const subscription = this.byType.get(contract.type) ?? { contract, check: checkOf(contract, 'open'), handlers: [] };
    subscription.handlers.push(handler);
    subscription.handlers.sort((a, b) => Number(a.kind === 'acts') - Number(b.kind === 'acts'));
    this.byType.set(contract.type, subscription);
    this.families.add(withoutVersion(contract.type));
  }

  /** The subscription of a type; undefined when nobody listens to it. */
  of(type: string): Subscription | undefined {
    return this.byType.get(type);
  }

  /** Whether a type that nobody listens to is another version of one that is listened to. */
  isOtherVersion(type: string): boolean {
    return this.families.has(withoutVersion(type));
  }

  /** By kind of handler, the types of a topic that it takes. */
  typesOf(topic: string): Partial<Record<HandlerKind, string[]>> {
    const types: Partial<Record<HandlerKind, string[]>> = {};
    for (const { contract, handlers } of this.byType.values()) {
      if (contract.topic !== topic) continue;
      for (const { kind } of handlers) (types[kind] ??= []).push(contract.type);
    }
    return types;
  }

  /** The topics listened to, by their names in the contracts. */
  get topics(): string[] {
    return [...new Set([...this.byType.values()].map(({ contract }) => contract.topic))];
  }
}

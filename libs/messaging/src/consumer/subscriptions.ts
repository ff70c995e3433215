import type { ContractClass } from '@chengxin/contracts';
import { checkOf, type ContractCheck } from '../schemas/compiled.js';
import type { HandlerKind } from './on.decorator.js';
import type { Received } from './received.js';
import type { Transaction } from '@chengxin/platform';

/** A handler as the transport calls it. */
export type Handler = { kind: HandlerKind; call: (events: Received[], tx: Transaction) => Promise<void> };

/** What a service listens to: a contract, its check on the way in, and its handlers, those that fill copies first. */
export type Subscription = { contract: ContractClass; check: ContractCheck; handlers: Handler[] };

/** An earlier version of a contract that is listened to: its own check, and what makes its data that of the contract. */
type Older = { type: string; check: ContractCheck; upcast: (data: object) => object };

/** How an event of one type is read: as what it is, or as an older version of what is listened to. */
export type Reading = { subscription: Subscription; older?: Older };

const withoutVersion = (type: string): string => type.replace(/\.v\d+$/, '');

/** The versions before a contract, from the last to the first. */
function olderOf({ succeeds }: ContractClass): Older[] {
  if (!succeeds) return [];
  const { contract } = succeeds;
  const upcast = (data: object) => succeeds.upcast(data);
  const before = olderOf(contract).map((older) => ({ ...older, upcast: (data: object) => upcast(older.upcast(data)) }));
  return [{ type: contract.type, check: checkOf(contract, 'open'), upcast }, ...before];
}

/** All that a service listens to. */
export class Subscriptions {
  private readonly byType = new Map<string, Subscription>();
  private readonly olderTypes = new Map<string, Required<Reading>>();
  private readonly families = new Set<string>();

  /** Adds a handler of a contract. */
  add(contract: ContractClass, handler: Handler): void {
    const subscription = this.byType.get(contract.type) ?? { contract, check: checkOf(contract, 'open'), handlers: [] };
    subscription.handlers.push(handler);
    subscription.handlers.sort((a, b) => Number(a.kind === 'acts') - Number(b.kind === 'acts'));
    this.byType.set(contract.type, subscription);
    for (const older of olderOf(contract)) this.olderTypes.set(older.type, { subscription, older });
    this.families.add(withoutVersion(contract.type));
  }

  /** How an event of a type is read, as itself rather than as an older version; undefined when nobody listens to it. */
  of(type: string): Reading | undefined {
    const subscription = this.byType.get(type);
    return subscription ? { subscription } : this.olderTypes.get(type);
  }

  /** Whether a type that nobody listens to is another version of one that is listened to. */
  isOtherVersion(type: string): boolean {
    return this.families.has(withoutVersion(type));
  }

  /** By kind of handler, the types of a topic that it takes. */
  typesOf(topic: string): Partial<Record<HandlerKind, string[]>> {
    const types: Partial<Record<HandlerKind, string[]>> = {};
    for (const type of new Set([...this.byType.keys(), ...this.olderTypes.keys()])) {
      const subscription = this.of(type)?.subscription;
      if (subscription?.contract.topic !== topic) continue;
      for (const kind of new Set(subscription.handlers.map((handler) => handler.kind))) (types[kind] ??= []).push(type);
    }
    return types;
  }

  /** The topics listened to, by their names in the contracts. */
  get topics(): string[] {
    return [...new Set([...this.byType.values()].map(({ contract }) => contract.topic))];
  }
}

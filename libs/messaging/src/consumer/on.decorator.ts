import { Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { ContractClass } from '@chengxin/contracts';
import type { Transaction } from '@chengxin/platform';
import type { Received } from './received.js';

/** Handlers of the platform's events answer to this transport alone. */
export const EVENTS = Symbol('events');

/** What a handler does with an event: fill a copy table, or change what the service owns. */
export type HandlerKind = 'on' | 'acts';

/** What the decorator leaves with Nest's pattern for the transport to find. */
export type HandlerExtras = { kind: HandlerKind; contracts: readonly ContractClass[] };

/**
 * Takes the events of one type at a time, in order for each key, in the transaction of their batch. What it does and announces goes into `tx`;
 * the locks of the keys are held. It may be called again with the same events after a fault, never after `tx` was committed.
 */
export type EventHandler<T extends object> = (events: Received<T>[], tx: Transaction) => Promise<void>;

type HandlerDecorator<T extends object> = (
  target: object,
  method: string | symbol,
  descriptor: TypedPropertyDescriptor<EventHandler<T>>,
) => void;

/** Lets a handler's fault through as it is; Nest would replace it and the transport could not tell what it was. */
@Catch()
class FaultsAsTheyAre implements RpcExceptionFilter {
  catch(fault: unknown): Observable<never> {
    return throwError(() => fault);
  }
}

/** The name under which Nest knows the handler of a contract. */
export const patternOf = (kind: HandlerKind, { type }: ContractClass): string => `${kind}:${type}`;

function handles<T extends object>(kind: HandlerKind, contracts: readonly ContractClass<T>[]): HandlerDecorator<T> {
  const extras: HandlerExtras = { kind, contracts };
  const patterns = contracts.map((contract) => patternOf(kind, contract));
  return (target, method, descriptor) => {
    Payload()(target, method, 0);
    Ctx()(target, method, 1);
    UseFilters(FaultsAsTheyAre)(target, method, descriptor);
    EventPattern<string[]>(patterns, EVENTS, extras)(target, method, descriptor);
  };
}

/**
 * The method fills a copy table from the events of these contracts, of one at a time; it is called again when the copy is rebuilt.
 * On a controller.
 */
export const On = <T extends object>(...contracts: ContractClass<T>[]): HandlerDecorator<T> => handles('on', contracts);

/** The method changes what the service owns because of the events of these contracts, of one at a time; it is never called again. On a controller. */
export const ActsOn = <T extends object>(...contracts: ContractClass<T>[]): HandlerDecorator<T> => handles('acts', contracts);

import type { ContractClass } from './contract.js';
import { IsCode, IsCount, IsLocalDate, IsText, MayBeAbsent } from './decorators.js';
import type { Service } from './services.js';

/**
 * An operator, or a service by itself, did what is no fact of its subjects: parked events were replayed or given up, copies rebuilt,
 * personal details deleted; by whom, and how many.
 * Announced by each service on its own topic; heard by `audit`. Key: the service.
 */
export class OperationPerformedV1 {
  @IsCode() service!: Service;
  @IsCode() operation!: 'replay' | 'rebuild' | 'discard' | 'deletion';
  /** What it was done to: a topic with a key, an event's identifier, `all`, the tables rebuilt, or what was deleted, without its content. */
  @IsText() target!: string;
  @IsCount() count!: number;
  /** Of a deletion: the entry of the law, or the number of the document, that it was done under. */
  @MayBeAbsent() @IsText() ground?: string;
  @IsLocalDate() performedOn!: string;
  /** The subject of the operator's token. */
  @IsText() by!: string;
  /** Why, where the operator has to say. */
  @MayBeAbsent() @IsText() reason?: string;
}

const operations = new Map<Service, ContractClass<OperationPerformedV1>>();

/** The operation contract of a service: the same data on its own topic, under its own type. */
export function operationContract(service: Service): ContractClass<OperationPerformedV1> {
  const known = operations.get(service);
  if (known) return known;
  const contract = class extends OperationPerformedV1 {
    static readonly topic = `credit.${service}.operations`;
    static readonly type = `credit.${service}.operation-performed.v1`;
    static readonly openness = 'internal';
  };
  operations.set(service, contract);
  return contract;
}

import type { ContractClass } from './contract.js';
import { IsCode, IsCount, IsInstant, IsInstantRecord, IsOffsetsRecord, IsTextListRecord, MayBeAbsent } from './decorators.js';
import type { Service } from './services.js';

/**
 * Everything a service wrote before `at` is published, up to these offsets. A copy is as of `at` when the offsets are reached.
 * Announced each second by the leading relay of each service on its own topic (one partition, kept an hour); heard by the services
 * that keep copies of its facts. Key: the service.
 */
export class WatermarkAnnouncedV1 {
  @IsCode() service!: Service;
  /** Grows with each new leader; a lower one than seen is ignored. */
  @IsCount() epoch!: number;
  /** Machine time of the heartbeat row. */
  @IsInstant() at!: string;
  /** The next offset of each partition of each topic of the service. */
  @IsOffsetsRecord() offsets!: Record<string, Record<string, string>>;
  /** The `at` of each service that it has itself consumed. */
  @MayBeAbsent() @IsInstantRecord() inputs?: Record<string, string>;
  /** The keys it holds parked, by topic; `*` means the whole topic. */
  @MayBeAbsent() @IsTextListRecord() parked?: Record<string, string[]>;
}

const watermarks = new Map<Service, ContractClass<WatermarkAnnouncedV1>>();

/** The watermark contract of a service: the same data on its own topic, under its own type. */
export function watermarkContract(service: Service): ContractClass<WatermarkAnnouncedV1> {
  const known = watermarks.get(service);
  if (known) return known;
  const contract = class extends WatermarkAnnouncedV1 {
    static readonly topic = `credit.${service}.watermarks`;
    static readonly type = `credit.${service}.watermark-announced.v1`;
    static readonly openness = 'internal';
  };
  watermarks.set(service, contract);
  return contract;
}

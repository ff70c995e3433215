import type { Role } from '@chengxin/law';
import type { ContractClass } from './contract.js';
import { IsCode, IsCount, IsCreditCode, IsInstant, IsLocalDate, IsText, MayBeAbsent } from './decorators.js';
import { HasMany, HasOne } from './nested.js';
import type { Service } from './services.js';

/** Who looked: the subject of the token, its role, and the unit it belongs to. */
export class Looker {
  @IsText() subject!: string;
  @IsCode() role!: Role;
  @MayBeAbsent() @IsCreditCode() unit?: string;
}

/** Something that was shown: of which kind (a record, a rating, a case, an answer, an event), under which identifier, in which version. */
export class ShownThing {
  @IsCode() kind!: string;
  @IsText() id!: string;
  @MayBeAbsent() @IsCount(1) version?: number;
}

/**
 * Somebody looked at what is not public of an enterprise, for a stated purpose and in a case of the reader's own (查询记录; kept five
 * years and more, 《深圳经济特区社会信用条例》第四十五条). Announced by the service looked at, on its own topic, before it answers; heard by
 * `audit` alone, which tells the enterprise. Key: the credit code.
 */
export class AccessRecordedV1 {
  @IsCode() service!: Service;
  @IsCreditCode() creditCode!: string;
  /** What was asked for. */
  @IsCode() what!: string;
  @HasOne(() => Looker) lookedBy!: Looker;
  @IsCode() purpose!: string;
  /** The entry of the law that the purpose is. */
  @IsText() purposeEntry!: string;
  /** The reader's own case number. */
  @IsText() caseNumber!: string;
  /** What was shown, at most 200. */
  @HasMany(() => ShownThing) shown!: ShownThing[];
  /** How many more were shown than are named. */
  @IsCount() unnamed!: number;
  /** The past moments asked for: when it was true (business date), when it was known (machine time). */
  @MayBeAbsent() @IsLocalDate() effectiveAt?: string;
  @MayBeAbsent() @IsInstant() knownThen?: string;
  @IsLocalDate() lookedOn!: string;
  /** Machine time. */
  @IsInstant() lookedAt!: string;
}

const accesses = new Map<Service, ContractClass<AccessRecordedV1>>();

/** The access contract of a service: the same data on its own topic, under its own type. */
export function accessContract(service: Service): ContractClass<AccessRecordedV1> {
  const known = accesses.get(service);
  if (known) return known;
  const contract = class extends AccessRecordedV1 {
    static readonly topic = `credit.${service}.accesses`;
    static readonly type = `credit.${service}.access-recorded.v1`;
    static readonly openness = 'internal';
  };
  accesses.set(service, contract);
  return contract;
}

import { Inject, Injectable } from '@nestjs/common';
import { accessContract, type AccessRecordedV1 } from '@chengxin/contracts';
import type { PurposeEntry } from '@chengxin/law';
import { type Actor, Clock, inTransaction, lock, MachineClock } from '@chengxin/platform';
import { DataSource } from 'typeorm';
import { Outbox } from '../outbox/outbox.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { named, type Seen } from './seen.js';

/** Who looks, and why; a `Look` of the platform, or what was stated once for many. */
export type Looking = { actor: Pick<Actor, 'subject' | 'role' | 'unit'>; stated: Stated | undefined };

type Stated = { purpose: Pick<PurposeEntry, 'code' | 'id'>; caseNumber: string };

/** Records who looks at what is not public. */
@Injectable()
export class Looks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly clock: Clock,
    private readonly machine: MachineClock,
  ) {}

  /**
   * Records a look, one event for each enterprise looked at. Call it before the answer goes out: when it throws, nothing is shown. A
   * look without a purpose is not recorded, for it was given what is public or its own; what is one's own is not handed in here.
   */
  async record({ actor, stated }: Looking, ...seen: readonly Seen[]): Promise<void> {
    if (!stated || seen.length === 0) return;
    const contract = accessContract(this.options.service);
    const { subject, role, unit } = actor;
    const lookedBy = { subject, role, ...(unit && { unit }) } as AccessRecordedV1['lookedBy'];
    const events = seen.map((each) => ({ contract, key: each.creditCode, data: { ...this.accessOf(each, stated), lookedBy } }));
    await inTransaction(this.dataSource, async (tx) => {
      await lock(tx, ...events.map(({ key }) => lockOf(key)));
      await this.outbox.add(tx, events);
    });
  }

  private accessOf({ shown, ...seen }: Seen, { purpose, caseNumber }: Stated): Omit<AccessRecordedV1, 'lookedBy'> {
    return {
      service: this.options.service,
      ...seen,
      purpose: purpose.code,
      purposeEntry: purpose.id,
      caseNumber,
      ...named(shown),
      lookedOn: this.clock.today(),
      lookedAt: this.machine.now().toISOString(),
    };
  }
}

/** Looks wait for looks at the same enterprise alone, not for what is being written about it. */
const lockOf = (creditCode: string): string => `looks ${creditCode}`;

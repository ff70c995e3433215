import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@chengxin/platform';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { refusalOf } from './refusals.js';

/** Keeps what a rebuild leaves out, the parked events, as it is while one is under way: what was replayed then would be missing after the swap. */
@Injectable()
export class RebuildGate {
  constructor(@Inject(MESSAGING) private readonly options: MessagingOptions) {}

  /** Keeps rebuilds from beginning until the transaction ends. Throws `rebuild.under-way`. Must be its first statement. */
  async pass(tx: Transaction): Promise<void> {
    const [row] = await tx.query<{ rebuild: string | null }[]>(`select pass_rebuild_gate() as rebuild`);
    if (row?.rebuild) throw refusalOf('rebuild.under-way', this.options.service);
  }
}

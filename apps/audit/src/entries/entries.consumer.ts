import { type ContractClass, CONTRACTS } from '@chengxin/contracts';
import { ActsOn, Counts, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { EntriesRepository } from './entries.repository.js';

/** Heartbeats of clock and relays say nothing about an enterprise and are read by every process in a group of its own. */
const isKept = ({ topic }: ContractClass): boolean => topic !== 'credit.platform.clock' && !topic.endsWith('.watermarks');

/** Takes every event that is said; a new contract is kept as soon as it exists. */
@Controller()
export class EntriesConsumer {
  constructor(private readonly entries: EntriesRepository) {}

  @ActsOn(...CONTRACTS.filter(isKept))
  said(events: Received[], tx: Transaction): Promise<void> {
    return this.entries.append(tx, events);
  }

  @Counts('entries')
  count(): Promise<number> {
    return this.entries.count();
  }
}

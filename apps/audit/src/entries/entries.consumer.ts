import { type ContractClass, CONTRACTS } from '@chengxin/contracts';
import { ActsOn, Counts, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { EntriesRepository } from './entries.repository.js';

/** Heartbeats of clock and relays say nothing about an enterprise and are read by every process in a group of its own. */
const isKept = ({ topic }: ContractClass): boolean => topic !== 'credit.platform.clock' && !topic.endsWith('.watermarks');

/** Takes every event that is said. Its handlers are made below, one for each contract, so that a new contract is kept at once. */
@Controller()
export class EntriesConsumer {
  constructor(private readonly entries: EntriesRepository) {}

  /** Appends what a handler below was given. */
  keep(events: Received[], tx: Transaction): Promise<void> {
    return this.entries.append(tx, events);
  }

  @Counts('entries')
  count(): Promise<number> {
    return this.entries.count();
  }
}

for (const contract of CONTRACTS.filter(isKept)) {
  const handler = {
    value(this: EntriesConsumer, events: Received[], tx: Transaction): Promise<void> {
      return this.keep(events, tx);
    },
    configurable: true,
  };
  Object.defineProperty(EntriesConsumer.prototype, contract.type, handler);
  ActsOn(contract)(EntriesConsumer.prototype, contract.type, handler);
}

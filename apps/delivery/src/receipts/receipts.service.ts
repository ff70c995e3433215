import { type CaseEffectsAwaitedV1, FeedEntryWrittenV1, type RecordRepairedV1 } from '@chengxin/contracts';
import { type LocalDate } from '@chengxin/kernel';
import { Outbox, type OutgoingEvent, type Received } from '@chengxin/messaging';
import { Clock, knownAt, type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { type WrittenEntry } from '../feed/entries.repository.js';
import { type CaseEntry, CaseEntriesRepository } from './case-entries.repository.js';

/** Answers repair cases: at which position of the feed departments find the repair. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly caseEntries: CaseEntriesRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Repairs were written into the feed. */
  async written(events: readonly Received<RecordRepairedV1>[], written: readonly WrittenEntry[], tx: Transaction): Promise<void> {
    const positions = new Map(written.map(({ eventId, position }) => [eventId, position]));
    const entries = events.flatMap((event) => caseEntryOf(event, positions.get(event.id), this.clock.today()));
    await this.caseEntries.add(tx, entries);
    await this.announce(tx, entries);
  }

  /** Cases still wait for our answer: it is given again where it is held. */
  async awaited(events: readonly Received<CaseEffectsAwaitedV1>[], tx: Transaction): Promise<void> {
    const asked = events.filter(({ data }) => data.missing.includes('feed-entry-written'));
    const caseIds = asked.map(({ data }) => data.caseId);
    await this.announce(tx, await this.caseEntries.newestOf(tx, caseIds));
  }

  private async announce(tx: Transaction, entries: readonly CaseEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const now = await knownAt(tx);
    await this.outbox.add(
      tx,
      entries.map((entry) => eventOf(entry, now)),
    );
  }
}

function caseEntryOf({ id, data }: Received<RecordRepairedV1>, position: number | undefined, writtenOn: LocalDate): CaseEntry[] {
  const { caseId, recordId, creditCode } = data;
  return position === undefined ? [] : [{ caseId, eventId: id, position, recordId, creditCode, writtenOn }];
}

function eventOf({ caseId, eventId, position, recordId, creditCode, writtenOn }: CaseEntry, now: Date): OutgoingEvent<FeedEntryWrittenV1> {
  const causes = [{ eventId, caseId, recordId }];
  const data: FeedEntryWrittenV1 = { creditCode, causes, position, entryEventId: eventId, writtenOn, knownAt: now.toISOString() };
  return { contract: FeedEntryWrittenV1, key: creditCode, data };
}

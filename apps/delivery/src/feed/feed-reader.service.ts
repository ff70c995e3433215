import { type Service } from '@chengxin/contracts';
import { type CreditCode } from '@chengxin/kernel';
import { Looks, seenByEnterprise, Watermarks } from '@chengxin/messaging';
import { Clock, decodeCursor, encodeCursor, LawInForce, type Look } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { type FeedPage } from './dto/feed.view.js';
import { EntriesRepository } from './entries.repository.js';
import { handOn, type Reading, seenEvent } from './hand-on.js';

/** Which part of the feed is asked for. */
export type FeedAsked = { after?: string; types?: readonly string[]; subject?: CreditCode; limit: number };

type Cursor = { position: number };

/** Whose events are in the feed. */
const SOURCES: readonly Service[] = ['registry', 'rating', 'verification', 'repair'];

/** Reads the feed for departments. */
@Injectable()
export class FeedReaderService {
  constructor(
    private readonly entries: EntriesRepository,
    private readonly watermarks: Watermarks,
    private readonly lawInForce: LawInForce,
    private readonly clock: Clock,
    private readonly looks: Looks,
  ) {}

  /** One page, from which the reader can always go on. Throws 400 for a cursor that is not ours. */
  async page({ after, limit, ...asked }: FeedAsked, look: Look): Promise<FeedPage> {
    const { role, unit, enterprises } = look.actor;
    const { asOf, behind: late, parked } = this.watermarks.asOf(SOURCES);
    const behind = late || (asked.subject !== undefined && parked(asked.subject));
    const on = this.clock.today();
    const from = after === undefined ? 0 : decodeCursor(after, isCursor).position;
    const { entries, head } = await this.entries.part({ ...asked, after: from, limit: limit + 1, on });
    const reading: Reading = { reader: { role, unit, enterprises }, law: this.lawInForce.law, on };
    const read = entries.slice(0, limit);
    const more = entries.length > limit;
    const reached = (more ? read.at(-1)?.position : undefined) ?? Math.max(head, from);
    const items = read.flatMap((entry) => handOn(entry, reading) ?? []);
    await this.looks.record(look, ...seenByEnterprise('events', items, seenEvent));
    return { items, next: cursorAt(reached), more, ...(asOf && { asOf: asOf.toISOString() }), behind };
  }
}

/** The cursor behind a position of the feed. */
export const cursorAt = (position: number): string => encodeCursor({ position } satisfies Cursor);

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null || !('position' in value)) return false;
  return Number.isSafeInteger(value.position) && Number(value.position) >= 0;
}

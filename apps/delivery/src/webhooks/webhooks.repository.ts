import { Counts } from '@chengxin/messaging';
import { decodeCursor, encodeCursor, inTransaction, type Page, uuidv7 } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, Not } from 'typeorm';
import { EntriesRepository } from '../feed/entries.repository.js';
import { WebhookRow } from './webhook.row.js';

/** What is said of an endpoint when it is set up. */
export type NewWebhook = Pick<
  WebhookRow,
  'unitCode' | 'url' | 'types' | 'secret' | 'purpose' | 'purposeEntry' | 'caseNumber' | 'createdBy' | 'createdAt'
>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isCursor = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** The endpoints of units. */
@Injectable()
export class WebhooksRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly entries: EntriesRepository,
  ) {}

  /** Sets an endpoint up at the end of the feed: it gets every entry behind it, and none before. */
  add(webhook: NewWebhook): Promise<WebhookRow> {
    return inTransaction(this.dataSource, async (tx) => {
      const head = await this.entries.lock(tx);
      const row: WebhookRow = { ...webhook, webhookId: uuidv7(), state: 'active', fromPosition: String(head), pausedAt: null };
      await tx.insert(WebhookRow, row);
      return row;
    });
  }

  /** A page of a unit's endpoints, oldest first. Throws 400 for a cursor that is not ours. */
  async page(unitCode: string, { limit, after }: { limit: number; after?: string }): Promise<Page<WebhookRow>> {
    const behind = after === undefined ? {} : { webhookId: MoreThan(decodeCursor(after, isCursor)) };
    const rows = await this.dataSource.manager.find(WebhookRow, {
      where: { unitCode, state: Not('deleted'), ...behind },
      order: { webhookId: 'ASC' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: encodeCursor(last.webhookId) } : { items };
  }

  /** Ends an endpoint of a unit and what was still to be sent to it; false when the unit has none of this identifier. */
  remove(unitCode: string, webhookId: string): Promise<boolean> {
    return inTransaction(this.dataSource, async (tx) => {
      const { affected } = await tx.update(WebhookRow, { webhookId, unitCode, state: Not('deleted') }, { state: 'deleted' });
      if (affected === 1) await tx.query(`delete from deliveries where webhook_id = $1`, [webhookId]);
      return affected === 1;
    });
  }

  @Counts('webhooks')
  count(): Promise<number> {
    return this.dataSource.manager.countBy(WebhookRow, { state: Not('deleted') });
  }
}

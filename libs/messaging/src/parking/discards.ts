import { Inject, Injectable } from '@nestjs/common';
import { maskPersonalNumbers } from '@chengxin/kernel';
import { DataSource } from 'typeorm';
import { inTransaction, PLATFORM_REFUSALS, problem, type RefusalTable } from '@chengxin/platform';
import { Performed } from '../operations/performed.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { ParkedEvents } from './parked-events.js';
import { BEHIND } from './parked-message.js';
import { ParkedRows } from './parked-rows.js';

const REFUSALS: RefusalTable<'parked.waits-behind'> = {
  'parked.waits-behind': {
    status: 409,
    zh: '该消息本身没有问题，只是排在同一键的一条消息之后；请处理那一条',
    en: 'Nothing is wrong with this message, it waits behind another of its key; see to that one',
  },
};

/** What is to be given up, why, and by whom. */
export type Discard = { id: string; because: string; by: string };

/** Gives parked messages up that can never be applied. */
@Injectable()
export class Discards {
  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
    private readonly rows: ParkedRows,
    private readonly parked: ParkedEvents,
    private readonly performed: Performed,
  ) {}

  /**
   * Gives one message up for good, keeps and announces that, and replays what waits behind it. Gives how many of those were applied, and
   * how many remain parked. Throws `request.not-found`, `parked.waits-behind` and `rebuild.under-way`.
   */
  async discard({ id, because: said, by }: Discard): Promise<{ replayed: number; parked: number }> {
    const because = maskPersonalNumbers(said);
    const row = await this.rows.find(id);
    if (!row) throw notParked();
    const { topic, key, position: upTo } = row;
    await inTransaction(this.dataSource, async (tx) => {
      const held = await this.rows.head(tx, { topic, key, upTo }, 1, this.options.service);
      if (held[0]?.id !== id && row.reason === BEHIND) throw problem('parked.waits-behind', {}, REFUSALS);
      if (!(await this.rows.discard(tx, { id, because, by }))) throw notParked();
      await this.performed.announce(tx, { operation: 'discard', target: id, count: 1, by, reason: because });
    });
    return this.parked.replay(key === null ? { id } : { topic, key }, by);
  }
}

const notParked = () => problem('request.not-found', {}, PLATFORM_REFUSALS);

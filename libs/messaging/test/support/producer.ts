import { Injectable, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecordAnnulledV1, RecordWithdrawnV1, type ContractClass, type RecordEnding } from '@chengxin/contracts';
import { MessagingModule, Outbox } from '../../src/index.js';
import { inTransaction, knownAt, lock, PlatformModule, uuidv7, type Transaction } from '@chengxin/platform';

/** The two types that the specs send, on one topic. */
export const KINDS = [RecordWithdrawnV1, RecordAnnulledV1] as const;

/** Valid data of either type. */
export const ending = (reason = 'sent by mistake'): RecordEnding => ({
  recordId: uuidv7(),
  creditCode: '91429502MA4KC7Y11P',
  version: 1,
  item: 'penalty',
  knownAt: new Date().toISOString(),
  on: '2026-05-14',
  reason,
  document: '澄市监〔2026〕1号',
  unit: { code: '11429500011265434E', name: '澄州市市场监督管理局' },
});

/** Plays `registry`: writes events in transactions of any length. */
@Injectable()
export class Writer {
  constructor(
    readonly dataSource: DataSource,
    readonly outbox: Outbox,
  ) {}

  /** One transaction that locks its key, lets `before` run, and adds `count` events. Gives the moment it is known at. */
  write(key: string, count = 1, before: (tx: Transaction) => Promise<void> = async () => undefined): Promise<Date> {
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, key);
      await before(tx);
      const at = await knownAt(tx);
      const events = Array.from({ length: count }, (_, n) => {
        const contract: ContractClass<RecordEnding> = KINDS[(at.getTime() + n) % 2] ?? RecordWithdrawnV1;
        return { contract, key, data: { ...ending(), knownAt: at.toISOString() } };
      });
      await this.outbox.add(tx, events);
      return at;
    });
  }
}

@Module({
  imports: [
    PlatformModule.forService({ service: 'registry', rows: [] }),
    MessagingModule.forService({ service: 'registry', announces: [...KINDS] }),
  ],
  providers: [Writer],
})
export class ProducerModule {}

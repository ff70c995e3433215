import { type Receipt } from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ReceiptRow } from './receipt.row.js';

/** The receipts of cases, for lists; a single case has them in its history. */
@Injectable()
export class ReceiptsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The receipts that these cases hold, by case. */
  async heldBy(caseIds: readonly string[]): Promise<Map<string, Receipt[]>> {
    const rows = await this.dataSource.manager.findBy(ReceiptRow, { caseId: In([...caseIds]) });
    const held = new Map<string, Receipt[]>();
    for (const { caseId, name, eventId, at } of rows) {
      held.set(caseId, [...(held.get(caseId) ?? []), { name, eventId, at: at.toISOString() }]);
    }
    return held;
  }
}

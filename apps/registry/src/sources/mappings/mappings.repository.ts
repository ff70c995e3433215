import { Injectable } from '@nestjs/common';
import type { Transaction } from '@chengxin/platform';
import { MappingRow } from './mapping.row.js';

/** The mapping of which unit, on which item. */
export type MappingKey = Pick<MappingRow, 'unitCode' | 'item'>;

/** Mappings in all their versions. */
@Injectable()
export class MappingsRepository {
  /** The newest version, or the one asked for; null where there is none. */
  find(tx: Transaction, { unitCode, item }: MappingKey, version?: number): Promise<MappingRow | null> {
    return tx.findOne(MappingRow, {
      where: { unitCode, item, ...(version !== undefined && { version }) },
      order: { version: 'DESC' },
    });
  }

  /** The newest version of each item of a unit, by item. */
  newestOf(tx: Transaction, unitCode: string): Promise<MappingRow[]> {
    return tx
      .createQueryBuilder(MappingRow, 'm')
      .distinctOn(['m.item'])
      .where('m.unitCode = :unitCode', { unitCode })
      .orderBy('m.item')
      .addOrderBy('m.version', 'DESC')
      .getMany();
  }

  /** Keeps a new version. */
  async add(tx: Transaction, mapping: Omit<MappingRow, 'keptAt'>): Promise<void> {
    await tx.insert(MappingRow, mapping);
  }
}

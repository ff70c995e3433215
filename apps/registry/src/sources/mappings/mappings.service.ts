import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { ItemCode } from '@chengxin/law';
import { accepted, type Actor, Clock, inTransaction, lock, PLATFORM_REFUSALS, problem, requireVersion } from '@chengxin/platform';
import type { Mapping } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { Submissions } from '../../batches/submissions.js';
import { REFUSALS } from '../../refusals.js';
import { mayRead } from '../reach.js';
import type { PutMappingDto } from './dto/put-mapping.dto.js';
import type { MappingRow } from './mapping.row.js';
import { MappingsRepository } from './mappings.repository.js';
import { type SampleRow, tryOn } from './sample.js';

/** Whose mapping, on which item, and who asks. */
export type MappingRef = { unit: string; item: string; actor: Actor };

/** A mapping as it was kept, and how its sample reads. */
export type KeptMapping = { mapping: MappingRow; rows: SampleRow[] };

/** How the files of units are read that do not write official headers. */
@Injectable()
export class MappingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mappings: MappingsRepository,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  /** The newest mapping or the version asked for; 404 where there is none or it is not the reader's to see. */
  async get({ unit, item, actor }: MappingRef, version?: number): Promise<MappingRow> {
    const key = { unitCode: unit, item: item as ItemCode };
    const found = mayRead(unit, actor) ? await this.mappings.find(this.dataSource.manager, key, version) : null;
    if (!found) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    return found;
  }

  /** The newest mapping of each item of a unit; 404 where the unit is not the reader's to see. */
  async list(unit: string, actor: Actor): Promise<MappingRow[]> {
    if (!mayRead(unit, actor)) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    return this.mappings.newestOf(this.dataSource.manager, unit);
  }

  /**
   * Tries a mapping of the own unit on its sample and keeps it as the version behind `basedOn` (0: there is none yet); the same columns
   * once more make no new version. Throws 412 when another version stands, and `registry.mapping-refused` with every fault.
   */
  async keep({ unit, item: code, actor }: MappingRef, { columns, sample }: PutMappingDto, basedOn: number): Promise<KeptMapping> {
    const item = accepted(this.submissions.itemFor(code, unit, actor), REFUSALS);
    const today = this.clock.today();
    const mapping = columns.map((column) => ({ ...column }));
    const tried = tryOn(mapping, sample, item, today);
    if (!tried.ok && tried.refusal.code === 'registry.mapping-refused') {
      const { faults, rows } = tried.refusal;
      const count = faults.length + rows.flatMap((row) => row.faults).length;
      throw problem('registry.mapping-refused', { count, faults, rows }, REFUSALS);
    }
    const rows = accepted(tried, REFUSALS);
    const key = { unitCode: unit, item: item.code };
    const kept = await inTransaction(this.dataSource, async (tx) => {
      await lock(tx, unit);
      const standing = await this.mappings.find(tx, key);
      requireVersion(standing?.version ?? 0, basedOn);
      if (standing && isSame(standing.columns, mapping)) return standing;
      await this.mappings.add(tx, { ...key, version: basedOn + 1, columns: mapping, actor: actor.subject, keptOn: today });
      return this.mappings.find(tx, key);
    });
    if (!kept) throw new Error('a mapping that was kept is gone');
    return { mapping: kept, rows };
  }
}

const isSame = (a: Mapping, b: Mapping): boolean => isDeepStrictEqual(a, JSON.parse(JSON.stringify(b)));

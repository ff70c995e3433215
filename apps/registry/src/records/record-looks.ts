import { Injectable } from '@nestjs/common';
import { Looks } from '@chengxin/messaging';
import { type Actor, type Look, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import { DataSource } from 'typeorm';
import type { RecordRow } from './record.row.js';
import { RecordsRepository } from './records.repository.js';

/** Whether an actor's unit is the one that determined a record, or the one that sent it. */
export const isOwn = ({ state: { authority, sourceUnit } }: RecordRow, { unit }: Actor): boolean =>
  unit !== undefined && (unit === authority.code || unit === sourceUnit.code);

/** Shows single records to those who may look at them. */
@Injectable()
export class RecordLooks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: RecordsRepository,
    private readonly looks: Looks,
  ) {}

  /** A record of the reader's own unit; an administrator's look at others, for a purpose, is recorded. Throws 404 for any other. */
  async get(id: string, look: Look): Promise<RecordRow> {
    const row = await this.records.find(this.dataSource.manager, id);
    if (row && isOwn(row, look.actor)) return row;
    if (look.actor.role === 'administrator') look.demandPurpose();
    if (!row || look.actor.role !== 'administrator') throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    const { creditCode, version } = row;
    await this.looks.record(look, { creditCode, what: 'record', shown: [{ kind: 'record', id, version }] });
    return row;
  }
}

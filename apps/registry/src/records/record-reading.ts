import { Injectable } from '@nestjs/common';
import { applyVisibility, visible } from '@chengxin/law';
import { type Actor, Clock, LawInForce, readerOf } from '@chengxin/platform';
import type { CreditRecord } from '@chengxin/registry';
import type { RecordDto } from './dto/record.dto.js';
import type { RecordRow } from './record.row.js';

/** What a reader may see of a record. */
@Injectable()
export class RecordReading {
  constructor(
    private readonly law: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** The record with the fields that the actor may read; the determining unit reads like the source unit. */
  of({ id, version, state, knownAt }: RecordRow, actor: Actor): RecordDto {
    const { itemEntry: _entry, polarity: _polarity, openness: _openness, effectiveFrom: _from, ...shown } = state;
    return { recordId: id, version, ...shown, fields: this.fieldsFor(actor, state), knownAt: knownAt.toISOString() };
  }

  private fieldsFor(actor: Actor, { item, openness, fields, creditCode, authority, sourceUnit }: CreditRecord): Record<string, string> {
    const today = this.clock.today();
    const entry = this.law.law.item(item, today);
    if (!entry) return {};
    const own = actor.unit === authority.code ? authority.code : sourceUnit.code;
    return applyVisibility(fields, visible({ ...readerOf(actor, creditCode), sourceUnit: own }, entry, today, openness), entry);
  }
}

import { Injectable } from '@nestjs/common';
import { applyVisibility, visible } from '@chengxin/law';
import { type Actor, Clock, LawInForce, readerOf } from '@chengxin/platform';
import type { CreditRecord } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { personalPlaceDto } from './dto/personal-place.dto.js';
import type { RecordDto } from './dto/record.dto.js';
import { PersonalDetailsRepository } from './personal-details.repository.js';
import type { RecordRow } from './record.row.js';

/** What a reader may see of a record. */
@Injectable()
export class RecordReading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly personal: PersonalDetailsRepository,
    private readonly law: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** The record with the fields that the actor may read; the determining unit reads like the source unit. */
  async of(row: RecordRow, actor: Actor): Promise<RecordDto> {
    const { id, version, state, knownAt } = row;
    const { itemEntry: _entry, polarity: _polarity, openness: _openness, effectiveFrom: _from, ...shown } = state;
    const standing = await this.personal.placeOf(this.dataSource.manager, row);
    const personalDetails = standing && personalPlaceDto(standing);
    const fields = this.fieldsFor(actor, state);
    return { recordId: id, version, ...shown, fields, ...(personalDetails && { personalDetails }), knownAt: knownAt.toISOString() };
  }

  private fieldsFor(actor: Actor, { item, openness, fields, creditCode, authority, sourceUnit }: CreditRecord): Record<string, string> {
    const today = this.clock.today();
    const entry = this.law.law.item(item, today);
    if (!entry) return {};
    const own = actor.unit === authority.code ? authority.code : sourceUnit.code;
    return applyVisibility(fields, visible({ ...readerOf(actor, creditCode), sourceUnit: own }, entry, today, openness), entry);
  }
}

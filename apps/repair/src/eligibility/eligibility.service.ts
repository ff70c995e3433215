import { type CreditCode } from '@chengxin/kernel';
import { visible } from '@chengxin/law';
import { Watermarks } from '@chengxin/messaging';
import { Clock, LawInForce, type Look } from '@chengxin/platform';
import { eligibility } from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { type HeldRecord, RecordsRepository } from '../records/records.repository.js';
import { SubjectsRepository } from '../subjects/subjects.repository.js';
import { type EligibilityView, type RecordEligibilityView } from './eligibility.view.js';

/** What an enterprise can repair and when, for each of its records that the reader may see. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly records: RecordsRepository,
    private readonly subjects: SubjectsRepository,
    private readonly watermarks: Watermarks,
    private readonly clock: Clock,
    private readonly inForce: LawInForce,
  ) {}

  /** The answer, or undefined when nothing is known of the enterprise. */
  async of(creditCode: CreditCode, look: Look): Promise<EligibilityView | undefined> {
    const name = (await this.subjects.namesOf([creditCode])).get(creditCode);
    const held = await this.records.ofEnterprise(creditCode);
    if (name === undefined && held.length === 0) return undefined;
    const { asOf, behind, parked } = this.watermarks.asOf(['registry']);
    return {
      creditCode,
      ...(name === undefined ? {} : { name }),
      on: this.clock.today(),
      ...(asOf ? { asOf: asOf.toISOString() } : {}),
      behind: behind || parked(creditCode),
      records: held.filter((record) => this.isVisible(record, look)).map((record) => this.line(record)),
    };
  }

  private isVisible({ candidate: { item, creditCode }, sourceUnitCode, openness }: HeldRecord, look: Look): boolean {
    const on = this.clock.today();
    const entry = this.inForce.law.item(item, on);
    return entry !== undefined && visible({ ...look.readerOf(creditCode), sourceUnit: sourceUnitCode }, entry, on, openness).record;
  }

  private line({ candidate, version }: HeldRecord): RecordEligibilityView {
    const { recordId, item, documentNumber, decidedOn, determiningUnit, standing, openCase } = candidate;
    return {
      recordId,
      version,
      item,
      documentNumber,
      decidedOn,
      ...(candidate.class ? { class: candidate.class } : {}),
      determiningUnit,
      standing,
      ...(openCase === undefined ? {} : { openCase }),
      ...eligibility(candidate, this.inForce.law, this.clock.today()),
    };
  }
}

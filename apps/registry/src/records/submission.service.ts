import { Injectable } from '@nestjs/common';
import { maskedTexts, maskPersonalNumbers } from '@chengxin/kernel';
import { accepted, type Actor, inTransaction, problem } from '@chengxin/platform';
import { mayCorrect, readNamed } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { Submissions } from '../batches/submissions.js';
import { Intake } from '../intake/intake.js';
import type { Report, RowOutcome } from '../intake/row.js';
import { REFUSALS } from '../refusals.js';
import type { CorrectionDto } from './dto/facts.dto.js';
import type { SubmitRecordDto } from './dto/submit-record.dto.js';
import { PersonalDetailsRepository } from './personal-details.repository.js';
import type { RecordRow } from './record.row.js';
import { type RecordRef, RecordsService } from './records.service.js';

/** What became of a record that was sent by itself. */
export type RecordReceipt = RowOutcome & { unknownFields: string[] };

/** Records that are sent one by one, with the same checks as rows of a file. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly submissions: Submissions,
    private readonly intake: Intake,
    private readonly records: RecordsService,
    private readonly personal: PersonalDetailsRepository,
  ) {}

  /** Takes one record in; throws `registry.record-refused` (422) with every fault at once. */
  async submit({ fields, correction, ...said }: SubmitRecordDto, actor: Actor): Promise<RecordReceipt> {
    const { reason, document, unitName, ...form } = maskedTexts(said);
    const { item, unit, asOf, receivedOn } = accepted(this.submissions.of(form, actor), REFUSALS);
    const { unknown, ...reading } = readNamed(textsIn(fields), item, receivedOn);
    const why = correction
      ? { reason: reason ?? '来源单位更正', document: document ?? reading.fields['documentNumber'] ?? item.id }
      : undefined;
    const named = reading.fields['sourceCode'] === unit ? reading.fields['sourceName'] : undefined;
    const name = unitName ?? named ?? (await this.intake.unitName(this.dataSource.manager, unit));
    const outcome = await inTransaction(this.dataSource, async (tx) => {
      const report: Report = {
        item,
        unit: { code: unit, name },
        asOf,
        today: receivedOn,
        actor: actor.subject,
        ...(why && { correction: why }),
      };
      const [taken] = await this.intake.take(tx, [{ row: 1, ...reading }], report);
      return refusedOr(taken);
    });
    return { ...outcome, unknownFields: unknown.map(maskPersonalNumbers) };
  }

  /** Corrects fields of a record that stands; the fields of its natural key identify it and stay. */
  correct(ref: RecordRef, { fields, reason, document }: CorrectionDto): Promise<RecordRow> {
    return this.records.underLock(ref, async (tx, { state, personalId }) => {
      const form = { kind: state.item, unit: ref.actor.unit, asOf: undefined };
      const { item, unit, asOf, receivedOn } = accepted(this.submissions.of(form, ref.actor), REFUSALS);
      accepted(mayCorrect(state, { unit, on: receivedOn, today: receivedOn }), REFUSALS);
      const papers = personalId ? await this.personal.detailsOf(tx, personalId) : {};
      const { unknown: _unknown, ...reading } = readNamed({ ...state.fields, ...papers, ...textsIn(fields) }, item, receivedOn);
      const moved = item.key.filter((name) => reading.fields[name] !== state.fields[name]);
      if (moved.length > 0) throw problem('registry.key-not-correctable', { fields: moved }, REFUSALS);
      const report: Report = {
        item,
        unit: { code: unit, name: state.authority.name },
        asOf,
        today: receivedOn,
        actor: ref.actor.subject,
        correction: maskedTexts({ reason, document }),
      };
      const [taken] = await this.intake.take(tx, [{ row: 1, ...reading }], report);
      refusedOr(taken);
    });
  }
}

/** The outcome of a row that went in; throws the faults of a refused one. */
function refusedOr(outcome: RowOutcome | undefined): RowOutcome {
  if (!outcome) throw new Error('a row without an outcome');
  if (outcome.outcome !== 'refused') return outcome;
  throw problem('registry.record-refused', { count: outcome.faults.length, faults: outcome.faults }, REFUSALS);
}

function textsIn(fields: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
  return Object.fromEntries(texts);
}

import { Injectable } from '@nestjs/common';
import { LawInForce, type Transaction } from '@chengxin/platform';
import { collect, decideIntake, fault, type IntakeRefusal, naturalKey, separatePersonal, type Unit, warningsOf } from '@chengxin/registry';
import { contentDigestOf } from '../records/record-change.js';
import { recordText } from '../records/record-text.js';
import { RecordsRepository } from '../records/records.repository.js';
import { SubjectsRepository } from '../subjects/subjects.repository.js';
import { UnitsRepository } from '../units/units.repository.js';
import { correction, type CorrectionWords, mayCorrect, newRecord, standingOf, type Working, workingOf } from './record-work.js';
import { type Candidate, type IncomingRow, type PreparedRow, refusedRow, type Report, type RowOutcome } from './row.js';

/** A row whose subject was looked for, with its candidate unless it is refused. */
type JudgedRow = IncomingRow & { candidate: Candidate | undefined };

/** The records of one transaction as they come to stand, by natural key. */
type Work = Map<string, Working>;

/** Turns sound rows of any item but the register into records of known enterprises. The locks of their codes must be held. */
@Injectable()
export class RecordsIntake {
  constructor(
    private readonly law: LawInForce,
    private readonly records: RecordsRepository,
    private readonly subjects: SubjectsRepository,
    private readonly units: UnitsRepository,
  ) {}

  /** What a sound row comes to as a record, before it is known what stands; undefined for a faulty row. */
  candidateOf({ fields, faults }: IncomingRow, { item, unit, today }: Report): Candidate | undefined {
    if (faults.length > 0) return undefined;
    const parts = separatePersonal(fields, item);
    const record = collect(this.law.law, item, parts.open, { sourceUnit: unit, today });
    recordText(record); // made ready while the rows before it are being stored
    return { key: naturalKey(item, fields), personal: parts.personal, contentDigest: contentDigestOf(parts), record };
  }

  /** Decides on every row in order, stores what changed, and gives each row's outcome in the order given. */
  async take(tx: Transaction, rows: readonly PreparedRow[], report: Report): Promise<RowOutcome[]> {
    const known = await this.subjects.known(tx, codesOf(rows));
    const judged = rows.map((row) => this.judge(withUnknownSubject(row, known, report), report));
    const keys = judged.flatMap(({ candidate }) => (candidate ? [candidate.key] : []));
    const standing = await this.records.standing(tx, [...new Set(keys)]);
    const work: Work = new Map([...standing].map(([key, row]) => [key, workingOf(row)]));
    const outcomes = judged.map(({ row, faults, candidate }) =>
      candidate ? this.decide(row, candidate, { work, report }) : refusedRow(row, faults),
    );
    const changes = [...work.values()].map(({ change }) => change).filter(({ facts }) => facts.length > 0);
    await this.records.save(tx, changes, report);
    await this.units.remember(
      tx,
      changes.flatMap(({ record }) => unitsIn(record.fields)),
    );
    return outcomes;
  }

  private judge(row: PreparedRow, report: Report): JudgedRow {
    const candidate = row.faults.length > 0 ? undefined : (row.candidate ?? this.candidateOf(row, report));
    return { ...row, candidate };
  }

  private decide(row: number, candidate: Candidate, { work, report }: { work: Work; report: Report }): RowOutcome {
    const before = work.get(candidate.key);
    const isCorrection = report.correction !== undefined && (!before || mayCorrect(before, report));
    const intake = decideIntake(before && standingOf(before, candidate), isCorrection);
    if (!intake.ok) return refusedRow(row, [pointer(intake.refusal, candidate, report)]);
    const { outcome } = intake.value;
    if (outcome === 'unchanged') return { row, outcome, faults: [], warnings: [], recordId: intake.value.recordId };
    const written = before ? correction(this.law.law, before, candidate, wordsOf(report)) : newRecord(candidate);
    work.set(candidate.key, written);
    const { id: recordId, record } = written.change;
    return { row, outcome: before ? 'corrected' : 'accepted', faults: [], warnings: warningsOf(this.law.law, record), recordId };
  }
}

/** The fault of a row that would change a record which stands: it points to that record. */
function pointer({ code, recordId }: IntakeRefusal, { record }: Candidate, { item }: Report) {
  const field = item.fields.find(({ name }) => name === 'documentNumber');
  return fault(code, field, { recordId, found: record.documentNumber });
}

function wordsOf({ correction: said, today }: Report): CorrectionWords {
  return { reason: said?.reason ?? '', correctionDocument: said?.document ?? '', correctedOn: today };
}

/** The units that a row names. */
function unitsIn({ authorityCode = '', authorityName = '', sourceCode = '', sourceName = '' }: Record<string, string>): Unit[] {
  return [
    { code: authorityCode, name: authorityName },
    { code: sourceCode, name: sourceName },
  ];
}

function codesOf(rows: readonly IncomingRow[]): string[] {
  return [...new Set(rows.flatMap(({ fields: { creditCode } }) => (creditCode ? [creditCode] : [])))];
}

/** A row about a body that the register does not know, be it for a wrong code, says so beside its other faults. */
function withUnknownSubject(row: PreparedRow, known: ReadonlySet<string>, { item }: Report): PreparedRow {
  const { creditCode } = row.fields;
  if (row.naturalPerson || !creditCode || known.has(creditCode)) return row;
  const field = item.fields.find(({ name }) => name === 'creditCode');
  return { ...row, faults: [...row.faults, fault('registry.subject-unknown', field, { found: creditCode })] };
}

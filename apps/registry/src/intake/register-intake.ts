import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@chengxin/kernel';
import { LawInForce, type Transaction } from '@chengxin/platform';
import { areaUnknown, decideRegistration, fault, separatePersonal, type Subject, subjectOf } from '@chengxin/registry';
import { type SubjectChange, SubjectsRepository } from '../subjects/subjects.repository.js';
import { type IncomingRow, refusedRow, type Report, type RowOutcome } from './row.js';

/** A subject as a transaction leaves it so far: as it stands, and what is to be written of it. */
type Working = { standing: Subject | undefined; change: SubjectChange; confirmed?: LocalDate };

/** Turns rows of the register into credit subjects. The locks of their codes must be held. */
@Injectable()
export class RegisterIntake {
  constructor(
    private readonly law: LawInForce,
    private readonly subjects: SubjectsRepository,
  ) {}

  /** Decides on every row in order, stores what changed, and gives each row's outcome in the order given. */
  async take(tx: Transaction, rows: readonly IncomingRow[], report: Report): Promise<RowOutcome[]> {
    const sound = rows.filter(({ faults }) => faults.length === 0);
    const standing = await this.subjects.standing(tx, [...new Set(sound.map(({ fields }) => fields['creditCode'] ?? ''))]);
    const work = new Map<string, Working>();
    for (const [code, { state, asOf, version, knownAt }] of standing) {
      work.set(code, { standing: { ...state, asOf }, change: { version, knownAt, states: [] } });
    }
    const outcomes = rows.map((row) => (row.faults.length > 0 ? refusedRow(row.row, row.faults) : this.decide(row, work, report)));
    const touched = [...work.values()];
    const changes = touched.map(({ change }) => change).filter(({ states }) => states.length > 0);
    await this.subjects.save(tx, changes, report);
    const confirmed = touched.filter(({ confirmed, change }) => confirmed && change.states.length === 0);
    await this.subjects.confirm(
      tx,
      confirmed.flatMap(({ standing: subject }) => (subject ? [subject] : [])),
    );
    return outcomes;
  }

  private decide({ row, fields }: IncomingRow, work: Map<string, Working>, report: Report): RowOutcome {
    const stated = subjectOf(separatePersonal(fields, report.item).open, report.asOf);
    const working = work.get(stated.creditCode) ?? { standing: undefined, change: { version: 0, states: [] } };
    const decided = decideRegistration(working.standing, stated, report.correction !== undefined);
    if (!decided.ok) {
      const field = report.item.fields.find(({ name }) => name === 'creditCode');
      return refusedRow(row, [fault(decided.refusal.code, field, { found: stated.creditCode })]);
    }
    const { outcome } = decided.value;
    if (outcome === 'outdated') return { row, outcome: 'unchanged', faults: [], warnings: [] };
    const { subject } = decided.value;
    if (outcome === 'unchanged') {
      work.set(stated.creditCode, { ...working, standing: subject, confirmed: subject.asOf });
      return { row, outcome, faults: [], warnings: [] };
    }
    const states = [...working.change.states, subject];
    work.set(stated.creditCode, { standing: subject, change: { ...working.change, states } });
    const warnings = areaUnknown(this.law.law, subject.creditCode, report.today);
    return { row, outcome: report.correction ? 'corrected' : 'accepted', faults: [], warnings };
  }
}

import { Injectable } from '@nestjs/common';
import { lock, type Transaction } from '@chengxin/platform';
import { SourceQuality } from '../sources/figures/source-quality.js';
import { UnitsRepository } from '../units/units.repository.js';
import { RecordsIntake } from './records-intake.js';
import { RegisterIntake } from './register-intake.js';
import type { IncomingRow, PreparedRow, Report, RowOutcome } from './row.js';

/** The one way in for every catalogue item, by file or one by one. */
@Injectable()
export class Intake {
  constructor(
    private readonly records: RecordsIntake,
    private readonly register: RegisterIntake,
    private readonly units: UnitsRepository,
    private readonly quality: SourceQuality,
  ) {}

  /** What can be said of a row without asking the database, so that it may be done while other rows are being stored. */
  prepare<Row extends IncomingRow>(row: Row, report: Report): Row & PreparedRow {
    const candidate = isRegister(report) ? undefined : this.records.candidateOf(row, report);
    return { ...row, ...(candidate && { candidate }) };
  }

  /** Locks the enterprises of the rows, which must be the transaction's first statement, takes the rows in, and adds them to their source's figures. */
  async take(tx: Transaction, rows: readonly PreparedRow[], report: Report): Promise<RowOutcome[]> {
    await lock(tx, ...rows.flatMap(({ fields: { creditCode } }) => (creditCode ? [creditCode] : [])));
    const intake = isRegister(report) ? this.register : this.records;
    const outcomes = await intake.take(tx, rows, report);
    await this.quality.tally(tx, rows, outcomes, report);
    return outcomes;
  }

  /** The name of a unit that a report names by its code alone. */
  unitName(tx: Transaction, code: string): Promise<string> {
    return this.units.nameOf(tx, code);
  }
}

const isRegister = ({ item }: Report): boolean => item.code === 'subject-register';

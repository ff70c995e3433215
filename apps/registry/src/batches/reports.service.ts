import { Injectable } from '@nestjs/common';
import { maskedTexts } from '@chengxin/kernel';
import { accepted, type Actor, inTransaction, lock, uuidv7 } from '@chengxin/platform';
import { DataSource } from 'typeorm';
import { REFUSALS } from '../refusals.js';
import { BatchEnding } from './batch-ending.js';
import { BatchesRepository } from './batches.repository.js';
import { Submissions, type SubmissionForm } from './submissions.js';

/** Receives the word of units that there is nothing new. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: BatchesRepository,
    private readonly ending: BatchEnding,
    private readonly submissions: Submissions,
  ) {}

  /** Takes a report without a file: a batch without rows, at its end at once and announced. Gives its identifier. */
  async reportNothingNew(form: SubmissionForm & { unitName?: string }, actor: Actor): Promise<string> {
    const { item, unit, asOf, receivedOn } = accepted(this.submissions.of(form, actor), REFUSALS);
    const id = uuidv7();
    const { code, id: itemEntry } = item;
    const { unitName } = maskedTexts(form);
    const batch = { id, item: code, itemEntry, unitCode: unit, unitName, asOf, receivedOn, actor: actor.subject };
    await inTransaction(this.dataSource, async (tx) => {
      await lock(tx, unit);
      await this.batches.add(tx, { ...batch, correction: false, header: [], unknownColumns: [], state: 'running' });
      const ended = await this.batches.end(tx, id, 'done');
      if (ended) await this.ending.announce(tx, ended);
    });
    return id;
  }
}

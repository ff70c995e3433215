import { Injectable } from '@nestjs/common';
import { maskedTexts, maskPersonalNumbers } from '@chengxin/kernel';
import { accepted, type Actor, inTransaction, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import { DataSource } from 'typeorm';
import { REFUSALS } from '../refusals.js';
import { FileStore } from '../uploads/file-store.js';
import type { Upload } from '../uploads/upload.js';
import type { BatchRow } from './batch.row.js';
import { BatchRunner } from './batch-runner.js';
import { BatchesRepository, type NewBatch } from './batches.repository.js';
import { type Beginning, Beginnings } from './beginnings.js';
import type { SubmitBatchDto } from './dto/submit-batch.dto.js';
import type { Submission } from './submissions.js';

/** Receives files of units. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: BatchesRepository,
    private readonly files: FileStore,
    private readonly beginnings: Beginnings,
    private readonly runner: BatchRunner,
  ) {}

  /** Takes a file whose header is sound as a batch to be read, and gives its identifier. The file is removed when it is refused. */
  async submit(upload: Upload, form: SubmitBatchDto, actor: Actor): Promise<string> {
    try {
      const { submission, beginning } = accepted(await this.beginnings.of(upload, form, actor), REFUSALS);
      await inTransaction(this.dataSource, (tx) => this.batches.add(tx, newBatch(upload, submission, beginning, { form, actor })));
    } catch (fault) {
      await this.files.remove(upload.id);
      throw fault;
    }
    this.runner.wake();
    return upload.id;
  }

  /** A batch of the actor's own unit; 404 for any other, but for an administrator. */
  async get(id: string, actor: Actor): Promise<BatchRow> {
    const batch = await this.batches.find(id);
    const mayRead = batch !== null && (actor.role === 'administrator' || batch.unitCode === actor.unit);
    if (!mayRead) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    return batch;
  }
}

function newBatch(
  { id, file }: Upload,
  { item, unit, asOf, receivedOn }: Submission,
  { format, cells, header, mappingVersion, unitName }: Beginning,
  { form, actor }: { form: SubmitBatchDto; actor: Actor },
): NewBatch {
  const correction = form.correction === 'true';
  const { unitName: named = unitName, reason = '来源单位更正批次', document = `sha256:${file.digest}` } = maskedTexts(form);
  return {
    id,
    item: item.code,
    itemEntry: item.id,
    unitCode: unit,
    unitName: named,
    asOf,
    receivedOn,
    correction,
    ...(correction && { reason, document }),
    actor: actor.subject,
    digest: file.digest,
    format,
    encoding: file.encoding ?? null,
    bytes: String(file.bytes),
    header: cells.map(maskPersonalNumbers),
    mappingVersion,
    unknownColumns: header.unknown.map(maskPersonalNumbers),
    state: 'waiting',
  };
}

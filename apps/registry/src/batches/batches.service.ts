import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@chengxin/kernel';
import { accepted, type Actor, inTransaction, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import { type Header, readHeader, readRow } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { REFUSALS, type FileRefusal } from '../refusals.js';
import { FileStore, type StoredFile } from '../uploads/file-store.js';
import type { FileFormat } from '../uploads/file-format.js';
import { firstRows } from '../uploads/table.js';
import { type TableRow, UnusableWorkbook } from '../uploads/table-row.js';
import type { Upload } from '../uploads/upload.js';
import type { BatchRow } from './batch.row.js';
import { BatchRunner } from './batch-runner.js';
import { BatchesRepository, type NewBatch } from './batches.repository.js';
import type { SubmitBatchDto } from './dto/submit-batch.dto.js';
import { type Submission, Submissions } from './submissions.js';

/** The beginning of a file: its header as cells and as columns, and the name that its first row gives the source unit. */
type Beginning = { format: FileFormat; cells: string[]; header: Header; unitName?: string };

/** Receives files of units. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: BatchesRepository,
    private readonly files: FileStore,
    private readonly submissions: Submissions,
    private readonly runner: BatchRunner,
  ) {}

  /** Takes a file whose header is sound as a batch to be read, and gives its identifier. The file is removed when it is refused. */
  async submit(upload: Upload, form: SubmitBatchDto, actor: Actor): Promise<string> {
    try {
      const submission = accepted(this.submissions.of(form, actor), REFUSALS);
      const beginning = accepted(await this.beginningOf(upload, submission), REFUSALS);
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

  private async beginningOf({ id, file }: Upload, { item, unit, receivedOn }: Submission): Promise<Result<Beginning, FileRefusal>> {
    const format = readableFormat(file);
    if (!format.ok) return format;
    const rows = await rowsOrRefusal(firstRows({ path: this.files.pathOf(id), format: format.value, encoding: file.encoding }, 2));
    if (!rows.ok) return rows;
    const [top, first] = rows.value;
    if (!top) return refuse({ code: 'registry.file-empty' });
    const header = readHeader(top.cells, item);
    if (!header.ok) return header;
    const { fields } = readRow(first?.cells ?? [], header.value, item, receivedOn);
    const unitName = fields['sourceCode'] === unit ? fields['sourceName'] : undefined;
    return accept({ format: format.value, cells: top.cells, header: header.value, ...(unitName && { unitName }) });
  }
}

function readableFormat({ bytes, format }: StoredFile): Result<FileFormat, FileRefusal> {
  if (bytes === 0) return refuse({ code: 'registry.file-empty' });
  if (!format) return refuse({ code: 'registry.file-no-table' });
  return format === 'ole' ? refuse({ code: 'registry.workbook-protected' }) : accept(format);
}

/** The rows, or why the workbook is not read at all. */
async function rowsOrRefusal(reading: Promise<TableRow[]>): Promise<Result<TableRow[], FileRefusal>> {
  try {
    return accept(await reading);
  } catch (fault) {
    if (fault instanceof UnusableWorkbook) return refuse(fault.refusal);
    throw fault;
  }
}

function newBatch(
  { id, file }: Upload,
  { item, unit, asOf, receivedOn }: Submission,
  { format, cells, header, unitName }: Beginning,
  { form, actor }: { form: SubmitBatchDto; actor: Actor },
): NewBatch {
  const correction = form.correction === 'true';
  const said = { reason: form.reason ?? '来源单位更正批次', document: form.document ?? `sha256:${file.digest}` };
  return {
    id,
    item: item.code,
    itemEntry: item.id,
    unitCode: unit,
    unitName: form.unitName ?? unitName,
    asOf,
    receivedOn,
    correction,
    ...(correction && said),
    actor: actor.subject,
    digest: file.digest,
    format,
    encoding: file.encoding ?? null,
    bytes: String(file.bytes),
    header: cells,
    unknownColumns: header.unknown,
    state: 'waiting',
  };
}

import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@chengxin/kernel';
import type { Actor } from '@chengxin/platform';
import { readRow } from '@chengxin/registry';
import type { FileRefusal, ReportRefusal } from '../refusals.js';
import { type ReadHeader, SourceHeaders } from '../sources/mappings/source-headers.js';
import type { FileFormat } from '../uploads/file-format.js';
import { FileStore, type StoredFile } from '../uploads/file-store.js';
import { firstRows } from '../uploads/table.js';
import { type TableRow, UnusableWorkbook } from '../uploads/table-row.js';
import type { Upload } from '../uploads/upload.js';
import { type Submission, type SubmissionForm, Submissions } from './submissions.js';

/** The beginning of a file: its header as cells and as columns, and the name that its first row gives the source unit. */
export type Beginning = ReadHeader & { format: FileFormat; cells: string[]; unitName?: string };

/** What a file is, before it is read: a submission of some unit, with a header that is sound. */
@Injectable()
export class Beginnings {
  constructor(
    private readonly files: FileStore,
    private readonly submissions: Submissions,
    private readonly headers: SourceHeaders,
  ) {}

  /** What a file and the words with which it came are; refused when either is not taken. */
  async of(
    upload: Upload,
    form: SubmissionForm,
    actor: Actor,
  ): Promise<Result<{ submission: Submission; beginning: Beginning }, ReportRefusal | FileRefusal>> {
    const submission = this.submissions.of(form, actor);
    if (!submission.ok) return submission;
    const beginning = await this.beginningOf(upload, submission.value);
    return beginning.ok ? accept({ submission: submission.value, beginning: beginning.value }) : beginning;
  }

  private async beginningOf({ id, file }: Upload, { item, unit, receivedOn }: Submission): Promise<Result<Beginning, FileRefusal>> {
    const format = readableFormat(file);
    if (!format.ok) return format;
    const rows = await rowsOrRefusal(firstRows({ path: this.files.pathOf(id), format: format.value, encoding: file.encoding }, 2));
    if (!rows.ok) return rows;
    const [top, first] = rows.value;
    if (!top) return refuse({ code: 'registry.file-empty' });
    const read = await this.headers.received(top.cells, item, unit);
    if (!read.ok) return read;
    const { fields } = readRow(first?.cells ?? [], read.value.header, item, receivedOn);
    const unitName = fields['sourceCode'] === unit ? fields['sourceName'] : undefined;
    return accept({ format: format.value, cells: top.cells, ...read.value, ...(unitName && { unitName }) });
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

import { type Batch } from '../../gateway/batches.js';
import { type Texts } from '../../gateway/problem.js';
import { grouped } from '../terminal/table.js';

/** One reason for which one row was refused. */
export type Rejection = {
  row: number;
  code: string;
  field?: { name: string; zh: string; code?: string };
  rule: Texts;
  mend: Texts;
  found?: string;
  position?: number;
  recordId?: string;
};

const COUNTS = ['accepted', 'unchanged', 'corrected', 'refused', 'warned', 'repeatedHeaders'] as const;

/** The receipt of a batch as text: state, counts, columns nobody knows, the first warnings and the first reasons of refused rows. */
export function receiptText(batch: Batch, rejections: readonly Rejection[], more: boolean): string {
  return [
    `${batch.kind} of ${batch.unit.name ?? batch.unit.code} as of ${batch.asOf}: ${stateText(batch)}`,
    `rows ${grouped(batch.rows)}: ${COUNTS.map((name) => `${name} ${grouped(batch[name])}`).join(', ')}`,
    ...(batch.unknownColumns.length > 0 ? [`columns that nobody knows: ${batch.unknownColumns.join(', ')}`] : []),
    ...warningLines(batch),
    ...rejections.map(rejectionText),
    ...(more ? [`… and more: GET /api/v1/batches/${batch.id}/rejections (as text/csv: the rows themselves with their reasons)`] : []),
    `batch ${batch.id}`,
  ].join('\n');
}

/** A reason as text: row, field, what was found, the rule and the mend in both languages. */
export function rejectionText({ row, field, rule, mend, found, recordId }: Rejection): string {
  const where = field ? ` ${field.zh} (${field.name})` : '';
  const what = found === undefined ? '' : ` “${found}”`;
  const record = recordId === undefined ? '' : ` [record ${recordId}]`;
  return `row ${row}${where}${what}: ${rule.zh} / ${rule.en}${record}\n    → ${mend.zh} / ${mend.en}`;
}

function stateText({ state, fault, nothingNew }: Batch): string {
  if (state === 'broken') return `broken off at ${fault}; the rows before it went in`;
  return nothingNew ? 'read to its end, nothing new' : 'read to its end';
}

function warningLines({ warnings, warned }: Batch): string[] {
  const lines = warnings.flatMap(({ row, warnings: texts }) => texts.map(({ text }) => `row ${row}, a warning: ${text.zh} / ${text.en}`));
  return warned > warnings.length ? [...lines, `… warnings on ${grouped(warned)} rows in all`] : lines;
}

import { createReadStream, openAsBlob } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { type Batch, followed, submit } from '../../gateway/batches.js';
import { type Gateway } from '../../gateway/gateway.js';
import { type Session, THROUGH_A_RESTART } from '../session.js';
import { type Answer, answers } from '../terminal/answer.js';
import { wholeNumber } from '../terminal/numbers.js';
import { Progress, withProgress } from '../terminal/progress.js';
import { receiptText, type Rejection } from './receipt.js';

type Options = { item: string; unit?: string; asOf?: string; correction?: boolean; rejections: number; as?: string };

const NEW_LINE = 10;

/** `import`: uploads a department's file, follows it to its end and prints the receipt. Refused rows are no failure, a broken file is. */
export function importCommand(session: () => Session): Command {
  const command = new Command('import')
    .description('upload a CSV file of a department and follow it to its receipt')
    .argument('<file>', 'CSV in UTF-8 or GB18030')
    .requiredOption(
      '--item <code>',
      'the code of the catalogue item, such as subject-register or penalty (all of them: libs/law/README.md)',
    )
    .option('--unit <code>', 'credit code of the source unit (by default that of whoever uploads)')
    .option('--as-of <date>', 'the day up to which the file speaks, YYYY-MM-DD')
    .option('--correction', 'rows of known records are corrections')
    .option('--rejections <n>', 'how many refused rows to show', wholeNumber, 10)
    .option('--as <user>', 'the demonstration user who uploads (by default the client of the unit, or department)');
  return answers(command, (file: string, options: Options) => importFile(session(), file, options));
}

async function importFile(session: Session, file: string, options: Options): Promise<Answer> {
  const { item: kind, unit, asOf, correction } = options;
  const gateway = session.gateway((unit && session.clientOf(unit)) ?? 'department', options.as, THROUGH_A_RESTART);
  const rows = await linesOf(file);
  const blob = await openAsBlob(file, { type: 'text/csv' });
  const batch = await withProgress(new Progress(path.basename(file), rows), async (progress) => {
    progress.at(0, 'uploading');
    const given = await submit(gateway, { kind, unit, asOf, correction, name: path.basename(file), file: blob });
    return followed(gateway, given, (now) => progress.at(now.rows, `rows, ${now.refused} refused`));
  });
  const { items, next } = await rejectionsOf(gateway, batch, options.rejections);
  return {
    document: { ...batch, rejections: items },
    text: receiptText(batch, items, next !== undefined || (items.length === 0 && batch.refused > 0)),
    ok: batch.state === 'done',
  };
}

async function rejectionsOf(gateway: Gateway, { id, refused }: Batch, limit: number): Promise<{ items: Rejection[]; next?: string }> {
  if (refused === 0 || limit < 1) return { items: [] };
  return gateway.get(`/batches/${id}/rejections`, { limit: Math.min(limit, 200) });
}

/** The lines of a file behind its first: as many rows as it has at most. */
async function linesOf(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) lines += 1;
  }
  return Math.max(0, lines - 1);
}

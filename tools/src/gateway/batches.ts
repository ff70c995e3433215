import { setTimeout as sleep } from 'node:timers/promises';
import { type Gateway } from './gateway.js';
import { type Texts } from './problem.js';

/** A department's file for `POST /batches`: what it is of, whose (the caller's own unit where absent) with its name, up to which day it speaks. */
export type Upload = { kind: string; unit?: string; unitName?: string; asOf?: string; correction?: boolean; name: string; file: Blob };

/** How far a batch is, and its receipt once it is at its end (as much as is read here). */
export type Batch = {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'broken';
  kind: string;
  unit: { code: string; name: string | null };
  asOf: string;
  unknownColumns: string[];
  rows: number;
  accepted: number;
  unchanged: number;
  corrected: number;
  refused: number;
  repeatedHeaders: number;
  warned: number;
  warnings: { row: number; recordId?: string; warnings: { code: string; text: Texts }[] }[];
  nothingNew: boolean;
  fault?: string;
};

/** A small file is done at once, a large one is asked about less and less often. */
const ASK_AFTER_MS = 25;
const ASK_EVERY_MS = 200;

/** Uploads a file, streamed where its blob is a file on disk, and gives the batch that reads it. */
export function submit(gateway: Gateway, { kind, unit, unitName, asOf, correction, name, file }: Upload): Promise<Batch> {
  const form = new FormData();
  const fields = { kind, unit, unitName, asOf, correction: correction ? 'true' : undefined };
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) form.set(field, value);
  form.set('file', file, name);
  return gateway.post<Batch>('/batches', form);
}

/** Follows a batch to its end, telling `report` how far it is. */
export async function followed(gateway: Gateway, batch: Batch, report: (batch: Batch) => void): Promise<Batch> {
  let pause = ASK_AFTER_MS;
  for (let now = batch; ; now = await gateway.get<Batch>(`/batches/${batch.id}`)) {
    report(now);
    if (now.state === 'done' || now.state === 'broken') return now;
    await sleep(pause);
    pause = Math.min(2 * pause, ASK_EVERY_MS);
  }
}

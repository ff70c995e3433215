import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ContractClass, type Envelope, RecordCollectedV1, sampleOf, SubjectRegisteredV1 } from '@chengxin/contracts';
import { completeCreditCode } from '@chengxin/kernel';

/** A message as it stands on the wire: its topic, its key, its event's identifier and type, and its text. */
export type WireMessage = { topic: string; key: string; id: string; type: string; value: string };

/** Smaller numbers are the fictional city's own bodies. */
const FIRST = 100_000;

/** The credit code of the n-th enterprise of a bench. */
export const codeOf = (n: number): string => completeCreditCode('91', '429500', `MA${String(FIRST + n).padStart(6, '0')}`);

/** A penalty was collected for each of so many records, of the enterprises in turn. */
export function* recordsCollected(records: number, enterprises: number): Generator<WireMessage> {
  for (let n = 0; n < records; n++) {
    const creditCode = codeOf(n % enterprises);
    const sample = sampleOf(RecordCollectedV1);
    const documentNumber = `澄市监罚〔2026〕${n}号`;
    const fields = { ...sample.data.fields, creditCode, documentNumber };
    const data = { ...sample.data, recordId: randomUUID(), creditCode, documentNumber, fields };
    yield messageOf(RecordCollectedV1, sample, { key: creditCode, data, sequence: Math.floor(n / enterprises) + 1 });
  }
}

/** Each of these enterprises was registered. */
export function* subjectsRegistered(enterprises: number): Generator<WireMessage> {
  for (let n = 0; n < enterprises; n++) {
    const creditCode = codeOf(n);
    const sample = sampleOf(SubjectRegisteredV1);
    const data = { ...sample.data, creditCode, name: `澄州市第${n}号食品有限公司` };
    yield messageOf(SubjectRegisteredV1, sample, { key: creditCode, data, sequence: 1 });
  }
}

function messageOf<T extends object>(
  contract: ContractClass<T>,
  sample: Envelope<T>,
  { key, data, sequence }: { key: string; data: T; sequence: number },
): WireMessage {
  const id = randomUUID();
  const { sequence: _, ...rest } = sample;
  const value = JSON.stringify({ sequence: String(sequence), ...rest, id, subject: key, data });
  return { topic: contract.topic, key, id, type: contract.type, value };
}

/** Writes messages into a file, one on each line. */
export const writeMessages = (file: string, messages: Iterable<WireMessage>): Promise<void> =>
  pipeline(Readable.from(linesOf(messages)), createWriteStream(file));

function* linesOf(messages: Iterable<WireMessage>): Generator<string> {
  for (const message of messages) yield `${JSON.stringify(message)}\n`;
}

const CHUNK = 2_000;

/** Things by thousands. */
export function* chunked<T>(things: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const thing of things) {
    if (chunk.push(thing) < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

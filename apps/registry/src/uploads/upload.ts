import { type FastifyInstance, type FastifyRequest } from 'fastify';
import multipart from '@fastify/multipart';
import { PLATFORM_REFUSALS, problem, uuidv7 } from '@chengxin/platform';
import { REFUSALS } from '../refusals.js';
import type { FileStore, StoredFile } from './file-store.js';

const MEGABYTE = 1024 * 1024;

/** Room for a million penalties as CSV; no more is unpacked of a workbook either. */
const LARGEST_MEGABYTES = 1_024;

/** A form that came with a file: its text fields by name, and the file, which lies in the store under `id`. */
export type Upload = { id: string; fields: Record<string, string>; file: StoredFile };

/** Lets the HTTP server read forms with files; nothing of a file is kept in memory. */
export function acceptForms(fastify: FastifyInstance): void {
  void fastify.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: LARGEST_MEGABYTES * MEGABYTE, files: 1, fields: 20, fieldSize: 10_000, parts: 21 },
  });
}

/**
 * Reads a form with one file, which is written to the store as it arrives. Throws 415 for another kind of request,
 * `registry.file-missing` without a file and `registry.file-too-large` beyond 1 GB; nothing is left in the store then.
 */
export async function receiveUpload(request: FastifyRequest, files: FileStore): Promise<Upload> {
  if (!request.isMultipart()) throw problem('request.media-type', {}, PLATFORM_REFUSALS);
  const id = uuidv7();
  const fields: Record<string, string> = {};
  let file: StoredFile | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else file = await receiveFile(id, part.file, files);
    }
  } catch (fault) {
    await files.remove(id);
    throw fault;
  }
  if (!file) throw problem('registry.file-missing', {}, REFUSALS);
  return { id, fields, file };
}

async function receiveFile(
  id: string,
  content: Parameters<FileStore['receive']>[1] & { truncated: boolean },
  files: FileStore,
): Promise<StoredFile> {
  const file = await files.receive(id, content);
  if (content.truncated) throw problem('registry.file-too-large', { megabytes: LARGEST_MEGABYTES }, REFUSALS);
  return file;
}

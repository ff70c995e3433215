import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { bytesAt, type ZipPart } from './zip-directory.js';

const LOCAL_HEADER = 30;

/** A part of a zip that is not what its directory says. */
export class DamagedPart extends Error {
  constructor(name: string) {
    super(`${name} is damaged`);
    this.name = 'DamagedPart';
  }
}

/** The unpacked bytes of a part as they are asked; throws `DamagedPart` as soon as they are more than its directory states, or fewer. */
export async function* contentOf(path: string, part: ZipPart): AsyncGenerator<Buffer> {
  const start = await beginningOf(path, part);
  if (part.size === 0) return;
  const packed = createReadStream(path, { start, end: start + Math.max(part.packed, 1) - 1 });
  const unpacked = part.deflated ? pipeline(packed, createInflateRaw(), () => undefined) : packed;
  let bytes = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > part.size) break;
      yield chunk;
    }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).syscall) throw fault;
    throw new DamagedPart(part.name);
  } finally {
    packed.destroy();
  }
  if (bytes !== part.size) throw new DamagedPart(part.name);
}

/** Where the packed bytes begin: behind the local header, whose name and extra field may have other lengths than in the directory. */
async function beginningOf(path: string, { offset }: ZipPart): Promise<number> {
  const file = await open(path);
  try {
    const header = await bytesAt(file, offset, offset + LOCAL_HEADER);
    return offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

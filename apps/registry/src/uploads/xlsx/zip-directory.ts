import { type FileHandle, open } from 'node:fs/promises';
import { UnusableWorkbook, type WorkbookRefusal } from '../table-row.js';

/** A part of a zip: where its local header begins, how it is packed, and its sizes in bytes as the central directory states them. */
export type ZipPart = { name: string; offset: number; deflated: boolean; packed: number; size: number };

const LARGEST_BYTES = 2 ** 30;
const LARGEST_RATIO = 100;
const LARGEST_DIRECTORY = 2 ** 20;
const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff };
const ENTRY = { signature: 0x02014b50, length: 46 };
const ZIP64 = 0xffffffff;
const ENCRYPTED = 1;

/**
 * The parts of a zip by name, from its central directory; nothing is unpacked. Throws `UnusableWorkbook`: protected for encrypted
 * parts, too large beyond 1 GB or 100 times its packed size, unreadable for anything damaged, named twice, or with a path that leaves it.
 */
export async function zipParts(path: string): Promise<Map<string, ZipPart>> {
  const file = await open(path);
  try {
    const parts = entriesOf(await directoryOf(file));
    const total = sum(parts.map(({ size }) => size));
    const packed = sum(parts.map((part) => part.packed));
    if (total > LARGEST_BYTES || total > packed * LARGEST_RATIO) refuse('registry.workbook-too-large');
    const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
    if (byName.size !== parts.length) refuse('registry.workbook-unreadable');
    return byName;
  } finally {
    await file.close();
  }
}

/** The bytes of the central directory, which the end record points to. */
async function directoryOf(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - END.length - END.longestComment), size);
  let at = tail.length - END.length;
  while (at >= 0 && tail.readUInt32LE(at) !== END.signature) at -= 1;
  if (at < 0) return refuse('registry.workbook-unreadable');
  const length = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  if (length > LARGEST_DIRECTORY || offset + length > size) return refuse('registry.workbook-unreadable');
  return bytesAt(file, offset, offset + length);
}

function entriesOf(directory: Buffer): ZipPart[] {
  const parts: ZipPart[] = [];
  let at = 0;
  while (at + ENTRY.length <= directory.length && directory.readUInt32LE(at) === ENTRY.signature) {
    const nameEnds = at + ENTRY.length + directory.readUInt16LE(at + 28);
    parts.push(partAt(directory, at, nameEnds));
    at = nameEnds + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  if (at !== directory.length) return refuse('registry.workbook-unreadable');
  return parts;
}

function partAt(directory: Buffer, at: number, nameEnds: number): ZipPart {
  const name = directory.toString('utf8', at + ENTRY.length, nameEnds);
  const method = directory.readUInt16LE(at + 10);
  const [packed, size] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
  if ((directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0) refuse('registry.workbook-protected');
  if (packed === ZIP64 || size === ZIP64) refuse('registry.workbook-too-large');
  if ((method !== 0 && method !== 8) || leavesTheZip(name)) refuse('registry.workbook-unreadable');
  return { name, offset: directory.readUInt32LE(at + 42), deflated: method === 8, packed, size };
}

const leavesTheZip = (name: string): boolean => /^\/|\\|:|\0/.test(name) || name.split('/').includes('..');

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The bytes of a file from one place to before another; refuses a file that ends earlier. */
export async function bytesAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
  return bytesRead === to - from ? buffer : refuse('registry.workbook-unreadable');
}

function refuse(code: WorkbookRefusal['code']): never {
  throw new UnusableWorkbook({ code });
}

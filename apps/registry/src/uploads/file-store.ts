import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MachineClock, ServiceConfig } from '@chengxin/platform';
import { type FileContent, FormatProbe } from './file-format.js';

/** A file as it was received: SHA-256 of its bytes, their number, and what they are. */
export type StoredFile = FileContent & { digest: string; bytes: number };

const ONLY_THE_SERVICE = { folder: 0o700, file: 0o600 };

/** Uploaded files, outside the database and readable by the service alone, each until its job ends. Replicas share the folder. */
@Injectable()
export class FileStore implements OnModuleInit {
  private readonly folder: string;

  constructor(
    config: ServiceConfig,
    private readonly machine: MachineClock,
  ) {
    this.folder = path.resolve(config.storageDir, 'batches');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: ONLY_THE_SERVICE.folder });
  }

  /** Writes a stream to the file of this identifier as it arrives; a partial file is removed when the stream fails. */
  async receive(id: string, content: Readable): Promise<StoredFile> {
    const digest = createHash('sha256');
    const probe = new FormatProbe();
    let bytes = 0;
    const watched = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        digest.update(chunk);
        probe.add(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(content, watched, createWriteStream(this.pathOf(id), { mode: ONLY_THE_SERVICE.file, flags: 'wx' }));
    } catch (fault) {
      await this.remove(id);
      throw fault;
    }
    return { digest: digest.digest('hex'), bytes, ...probe.end() };
  }

  /** Where the file of an identifier lies. */
  pathOf(id: string): string {
    return path.join(this.folder, `${id}.upload`);
  }

  /** Removes a file; nothing happens when it is gone. */
  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** The identifiers of the files that were last written to at least so many milliseconds ago. */
  async olderThan(age: number): Promise<string[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.upload'));
    const moment = new Date(this.machine.now().getTime() - age);
    const dated = names.map(async (name) => ({
      id: path.basename(name, '.upload'),
      written: await writtenAt(path.join(this.folder, name)),
    }));
    return (await Promise.all(dated)).flatMap(({ id, written }) => (written && written < moment ? [id] : []));
  }
}

/** When a file was written; undefined when another replica has removed it meanwhile. */
async function writtenAt(file: string): Promise<Date | undefined> {
  try {
    return (await stat(file)).mtime;
  } catch {
    return undefined;
  }
}

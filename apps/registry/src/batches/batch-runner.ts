import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { correlation, correlationOf, isOfSurroundings } from '@chengxin/platform';
import { FileStore } from '../uploads/file-store.js';
import { rowsOf } from '../uploads/table.js';
import { BrokenTable } from '../uploads/table-row.js';
import type { BatchRow } from './batch.row.js';
import { BatchEnding } from './batch-ending.js';
import { BatchesRepository } from './batches.repository.js';
import { ChunkLoader } from './chunk-loader.js';
import { chunksOf, oneAhead } from './chunks.js';

const LOOK_EVERY_MS = 1_000;
const TRIES = 5;
const ABANDONED_MS = 3_600_000;
const ONE_RUNNER = `hashtextextended('registry.batches', 42)`;

/**
 * Reads batches to their end, one after the other in the order of their receipt, in one process at a time. What a killed process
 * left is taken up at the row after the last committed chunk.
 */
@Injectable()
export class BatchRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(BatchRunner.name);
  private readonly stopping = new AbortController();
  private readonly tries = new Map<string, number>();
  private woken = new AbortController();
  private running?: Promise<void>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: BatchesRepository,
    private readonly chunks: ChunkLoader,
    private readonly ending: BatchEnding,
    private readonly files: FileStore,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  /** Looks for a batch at once. */
  wake(): void {
    this.woken.abort();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.woken = new AbortController();
      await this.runAll().catch((fault: unknown) =>
        this.logger.error(`batches could not be read and are tried again: ${messageOf(fault)}`),
      );
      if (!this.stopping.signal.aborted) await wait(LOOK_EVERY_MS, undefined, { signal: this.woken.signal }).catch(() => undefined);
    }
  }

  /** Reads every batch that waits, if no other process does. */
  private async runAll(): Promise<void> {
    const session = this.dataSource.createQueryRunner();
    try {
      if (!(await isRunner(session))) return;
      await this.sweep();
      let batch = await this.batches.nextUnfinished();
      while (batch && !this.stopping.signal.aborted) {
        await this.runOne(batch);
        batch = await this.batches.nextUnfinished();
      }
    } finally {
      await session.query('select pg_advisory_unlock_all()').catch(() => undefined); // a lost session has lost its lock too
      await session.release();
    }
  }

  private async runOne(batch: BatchRow): Promise<void> {
    try {
      await correlation.run(correlationOf({}), () => this.read(batch)); // the events of a batch belong together
      this.tries.delete(batch.id);
    } catch (fault) {
      const tries = (this.tries.get(batch.id) ?? 0) + 1;
      this.tries.set(batch.id, tries);
      if (tries < TRIES || isOfSurroundings(fault)) throw fault;
      this.logger.error(`batch ${batch.id} cannot be read: ${messageOf(fault)}`);
      await this.ending.breakOff(batch.id, `row ${batch.rowsRead + 2}`);
    }
  }

  /** Loads the rows behind those already committed, chunk by chunk, and ends the batch; a broken table goes in up to its break. */
  private async read(batch: BatchRow): Promise<void> {
    const loading = await this.chunks.begin(batch);
    const table = rowsOf({ path: this.files.pathOf(batch.id), format: batch.format ?? 'csv', encoding: batch.encoding ?? undefined });
    const chunks = chunksOf(table, { behind: batch.rowsRead, read: (row) => this.chunks.read(loading, row) });
    for await (const chunk of oneAhead(chunks)) {
      if (chunk instanceof BrokenTable) return this.ending.breakOff(batch.id, `row ${chunk.afterRows + 1}`);
      loading.batch = await this.chunks.load(loading, chunk);
      if (this.stopping.signal.aborted) return;
    }
    await this.ending.end(batch.id);
  }

  /** Removes the files of batches that are at their end, and what an interrupted upload left behind. */
  private async sweep(): Promise<void> {
    const left = await this.files.olderThan(ABANDONED_MS);
    const idle = left.length > 0 ? await this.batches.finished(left) : [];
    for (const id of idle) await this.files.remove(id);
  }
}

async function isRunner(session: QueryRunner): Promise<boolean> {
  const [row] = (await session.query(`select pg_try_advisory_lock(${ONE_RUNNER}) as mine`)) as { mine: boolean }[];
  return row?.mine ?? false;
}

/** What may be logged of a fault: a failed statement also carries the rows it was given. */
function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

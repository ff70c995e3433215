import { Inject, Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Migration } from '../database/migrate.js';
import { LawInForce } from '../law/law-in-force.js';
import { Readiness } from './readiness.js';

/** Injection token of the migrations that the database must have. */
export const EXPECTED_MIGRATIONS = Symbol('EXPECTED_MIGRATIONS');

/** The platform's own needs: the database, its migration level, the law in force. */
@Injectable()
export class OwnReadiness implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly inForce: LawInForce,
    @Optional() private readonly dataSource?: DataSource,
    @Optional() @Inject(EXPECTED_MIGRATIONS) private readonly expected: readonly Migration[] = [],
  ) {}

  onModuleInit(): void {
    this.readiness.add('law', () => Promise.resolve({ digest: this.inForce.digest }));
    const { dataSource } = this;
    if (!dataSource) return;
    this.readiness.add('database', async () => {
      await dataSource.query('select 1');
      return {};
    });
    if (this.expected.length > 0) this.readiness.add('migrations', () => this.migrationLevel(dataSource));
  }

  private async migrationLevel(dataSource: DataSource): Promise<Record<string, unknown>> {
    const rows = await dataSource.query<{ name: string }[]>('select name from migrations');
    const done = new Set(rows.map(({ name }) => name));
    const missing = this.expected.map(({ name }) => name).filter((name) => !done.has(name));
    if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
    return { count: this.expected.length };
  }
}

import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';

/** A migration class; its name ends in the fourteen digits of its UTC time, which give the order. */
export type Migration = new () => MigrationInterface;

const SERVICE_ROLE = `regexp_replace(current_user, '_owner$', '')`;
const ONE_AT_A_TIME = `hashtextextended('chengxin.migrate', 42)`;

/** Grants a service's own role what it needs of a table, for example `grant(runner, 'select, insert', 'record_events')`. */
export async function grant(runner: QueryRunner, privileges: string, table: string): Promise<void> {
  await runner.query(`do $$ begin execute format('grant ${privileges} on ${table} to %I', ${SERVICE_ROLE}); end $$`);
}

/**
 * Runs what has not run yet, as the owner role, one migration per transaction, one process at a time. Gives the names
 * of those that ran; throws what the failing one threw, with everything before it kept.
 */
export async function migrate({ ownerUrl, migrations }: { ownerUrl: string; migrations: readonly Migration[] }): Promise<string[]> {
  const dataSource = await new DataSource({
    ...dataSourceOptions({ application: 'migrate', url: ownerUrl, rows: [] }),
    migrations: [...migrations],
  }).initialize();
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query(`select pg_advisory_lock(${ONE_AT_A_TIME})`);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    await grant(guard, 'select', 'migrations');
    return done.map(({ name }) => name);
  } finally {
    await guard.release();
    await dataSource.destroy();
  }
}

import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { PooledConnection } from './pooled-connection.js';
import { SnakeNaming } from './snake-naming.js';

/** What a connection is made of: whose it is, where it goes, and the rows it knows. */
export interface Connection {
  application: string;
  url: string;
  rows: readonly unknown[];
}

const DATE = 1082;

/** A date stays the text `YYYY-MM-DD`: as a `Date` it would be midnight of the machine's zone, another day elsewhere. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === DATE ? (value: string) => value : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** The settings of every TypeORM data source of the platform. Throws without an address: TypeORM would take a local default. */
export function dataSourceOptions({ application, url, rows }: Connection): DataSourceOptions {
  if (!url) throw new Error('a data source needs an address');
  return {
    type: 'postgres',
    url,
    entities: [...rows] as DataSourceOptions['entities'],
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize: 10,
    migrationsTransactionMode: 'each',
    applicationName: application,
    connectTimeoutMS: 5_000,
    extra: { Client: PooledConnection, types, idle_in_transaction_session_timeout: 60_000 },
  };
}

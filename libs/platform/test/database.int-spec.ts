import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { afterCommit, dataSourceOptions, grant, inTransaction, knownAt, lock, migrate, platformMigrations } from '../src/index.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

@Entity('dated_rows')
class DatedRow {
  @PrimaryColumn('text') creditCode!: string;
  @Column('date') decidedOn!: string;
  @Column('bigint') position!: string;
}

class CreateDatedRows20260601000000 {
  up = async (runner: Parameters<typeof grant>[0]) => {
    await runner.query('create table dated_rows (credit_code text primary key, decided_on date not null, position bigint not null)');
    await grant(runner, 'select, insert', 'dated_rows');
  };
  down = () => Promise.resolve();
}

class Fails20260602000000 {
  up = async (runner: Parameters<typeof grant>[0]) => {
    await runner.query('create table half (id integer)');
    throw new Error('no further');
  };
  down = () => Promise.resolve();
}

let database: ScratchDatabase;
let rows: DataSource;

beforeAll(async () => {
  database = await scratchDatabase([CreateDatedRows20260601000000]);
  rows = await new DataSource(dataSourceOptions({ application: 'spec', url: database.url, rows: [DatedRow] })).initialize();
}, 30_000);

afterAll(async () => {
  await rows.destroy();
  await database.drop();
});

describe('the database', () => {
  test('keeps a date a date, wherever the machine stands, in snake case', async () => {
    await rows.getRepository(DatedRow).insert({ creditCode: 'A', decidedOn: '2026-03-01', position: '9007199254740993' });
    expect(await rows.getRepository(DatedRow).findOneByOrFail({ creditCode: 'A' })).toMatchObject({
      decidedOn: '2026-03-01',
      position: '9007199254740993',
    });
    expect(await rows.query('select decided_on from dated_rows')).toEqual([{ decided_on: '2026-03-01' }]);
  });

  test('gives the service role no more than was granted', async () => {
    await expect(rows.query(`update dated_rows set position = 1`)).rejects.toThrow('permission denied');
    await expect(rows.query(`create table mine (id integer)`)).rejects.toThrow('permission denied');
  });

  test('plans a statement with values once for each connection', async () => {
    const runner = rows.createQueryRunner();
    for (const n of ['1', '2']) expect(await runner.query('select $1::bigint + 40 as sum', [n])).toEqual([{ sum: String(40 + Number(n)) }]);
    const prepared = (await runner.query(`select statement from pg_prepared_statements where statement like '%+ 40%'`)) as unknown[];
    await runner.release();
    expect(prepared).toHaveLength(1);
  });

  test('is not taken from a default when no address is given', () => {
    expect(() => dataSourceOptions({ application: 'spec', url: '', rows: [] })).toThrow('needs an address');
  });
});

describe('a cut connection', () => {
  const cutAll = (pid?: number) =>
    rows.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and ($1::integer is null or pid = $1)`,
      [pid ?? null],
    );

  test('loses its transaction whole, and the next one goes on', async () => {
    const cut = inTransaction(rows, async (tx) => {
      await tx.query(`insert into dated_rows values ('cut', '2026-03-01', 1)`);
      const [own] = await tx.query<{ pid: number }[]>('select pg_backend_pid() as pid');
      await cutAll(own?.pid);
      await tx.query('select 1');
    });
    await expect(cut).rejects.toThrow();
    await Promise.all(Array.from({ length: 12 }, () => rows.query('select pg_sleep(0.01)')));
    await cutAll();
    const after = await Promise.all(
      Array.from({ length: 12 }, () =>
        inTransaction(rows, (tx) => tx.query(`select count(*)::integer as n from dated_rows where credit_code = 'cut'`)),
      ),
    );
    expect(after.flat()).toEqual(Array.from({ length: 12 }, () => ({ n: 0 })));
  });
});

describe('migrations', () => {
  const all = [...platformMigrations, CreateDatedRows20260601000000];

  test('run once, also when several processes begin at once', async () => {
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate({ ownerUrl: database.ownerUrl, migrations: all })));
    expect(ran.flat()).toEqual([]);
    class Later20260701000000 {
      up = (runner: Parameters<typeof grant>[0]) => runner.query('create table later (id integer)');
      down = () => Promise.resolve();
    }
    const again = await Promise.all(
      Array.from({ length: 4 }, () => migrate({ ownerUrl: database.ownerUrl, migrations: [...all, Later20260701000000] })),
    );
    expect(again.flat()).toEqual(['Later20260701000000']);
  });

  test('leave nothing of the one that fails', async () => {
    await expect(migrate({ ownerUrl: database.ownerUrl, migrations: [...all, Fails20260602000000] })).rejects.toThrow('no further');
    expect(await rows.query(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
  });
});

describe('a transaction', () => {
  test('keeps the others of its key waiting, and only them', async () => {
    const order: string[] = [];
    let locked = () => {};
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const first = inTransaction(rows, async (tx) => {
      await lock(tx, 'B', 'A');
      locked();
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('first');
    });
    await isLocked;
    const waits = inTransaction(rows, async (tx) => {
      await lock(tx, 'A', 'C');
      order.push('waits');
    });
    const free = inTransaction(rows, async (tx) => {
      await lock(tx, 'D');
      order.push('free');
    });
    await Promise.all([first, waits, free]);
    expect(order).toEqual(['free', 'first', 'waits']);
  });

  test('draws no number by locking', async () => {
    await inTransaction(rows, async (tx) => {
      await lock(tx, 'A');
      expect(await tx.query('select pg_current_xact_id_if_assigned() as number')).toEqual([{ number: null }]);
      await knownAt(tx);
      expect(await tx.query('select pg_current_xact_id_if_assigned() is not null as drawn')).toEqual([{ drawn: true }]);
    });
  });

  test('is known at a moment that is never before its number was drawn', async () => {
    await inTransaction(rows, async (tx) => {
      const [before] = await tx.query<{ at: string }[]>(`select clock_timestamp()::text as at`);
      const at = await knownAt(tx);
      const [row] = await tx.query<{ later: boolean }[]>('select $1::timestamptz > $2::timestamptz as later', [at, before?.at]);
      expect(row?.later).toBe(true);
    });
  });

  test('signals after it is committed, never when it is rolled back', async () => {
    const signals: string[] = [];
    await inTransaction(rows, async (tx) => {
      afterCommit(tx, () => signals.push('committed'));
      expect(signals).toEqual([]);
    });
    const undone = inTransaction(rows, async (tx) => {
      afterCommit(tx, () => signals.push('rolled back'));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(signals).toEqual(['committed']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Clock, type DueTimer, inTransaction, type NewTimer, OnTimer, PlatformModule, Timers, type Transaction } from '../src/index.js';
import { aService } from './a-service.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

const DAY = 86_400_000;
const fired: string[] = [];
let failures = 0;

@Injectable()
class Deadlines {
  constructor(private readonly timers: Timers) {}

  @OnTimer('deadline')
  async passed(timer: DueTimer, tx: Transaction) {
    fired.push(`${timer.key} ${timer.dueAt.toISOString().slice(0, 10)}`);
    await tx.query(`insert into done values ($1)`, [timer.key]);
  }

  @OnTimer('daily')
  async daily(timer: DueTimer, tx: Transaction) {
    fired.push(`daily ${timer.dueAt.toISOString().slice(0, 10)}`);
    await this.timers.set(tx, { ...timer, dueAt: new Date(timer.dueAt.getTime() + DAY) });
  }

  @OnTimer('fragile')
  async fragile({ key, facts }: DueTimer, tx: Transaction) {
    await tx.query(`insert into done values ($1)`, [key]);
    if (facts.fails && failures++ < 1) throw new Error('not yet');
    fired.push(key);
  }
}

@Module({ imports: [PlatformModule.forService({ service: 'registry' })], providers: [Deadlines] })
class TimersModule {}

let database: ScratchDatabase;
let app: NestFastifyApplication;
let second: NestFastifyApplication;

class CreateDone20260601000000 {
  up = async (runner: { query(sql: string): Promise<unknown> }) => {
    await runner.query('create table done (key text not null)');
    await runner.query(`do $$ begin execute format('grant all on done to %I', regexp_replace(current_user, '_owner$', '')); end $$`);
  };
  down = () => Promise.resolve();
}

beforeAll(async () => {
  database = await scratchDatabase([CreateDone20260601000000]);
  const given = { url: database.url, issuer: 'http://127.0.0.1:9', module: TimersModule };
  [app, second] = await Promise.all([aService(given), aService(given)]);
}, 30_000);

afterAll(async () => {
  await Promise.all([app.close(), second.close()]);
  await database.drop();
});

beforeEach(async () => {
  fired.splice(0);
  failures = 0;
  await app.get(DataSource).query(`delete from timers where name in ('deadline', 'daily', 'fragile')`);
});

const began = new Date().getTime();
const inDays = (days: number): Date => new Date(began + days * DAY);
const on = (days: number): string => inDays(days).toISOString().slice(0, 10);
const set = (...timers: NewTimer[]) => inTransaction(app.get(DataSource), (tx) => app.get(Timers).set(tx, ...timers));
const advance = (days: number) => [app, second].forEach((one) => one.get(Clock).setOffset(days * 86_400));
const quiet = async () => {
  for (let tries = 0; (await app.get(Timers).overdue()) > 0; tries += 1) {
    if (tries > 200) throw new Error('timers stay overdue');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

describe('timers', () => {
  test('fire once, in due order, as soon as business time jumps past them, with two scanners', async () => {
    const deadline = (key: string, days: number): NewTimer => ({ name: 'deadline', key, dueAt: inDays(days), clock: 'business' });
    await set(deadline('c', 30), deadline('a', 10), deadline('b', 20), deadline('later', 60));
    await set(...Array.from({ length: 40 }, (_, n) => deadline(`many-${n}`, 15)));
    expect(await app.get(Timers).nextDue()).toEqual(inDays(10));
    const started = Date.now();
    advance(40);
    await quiet();
    expect(Date.now() - started).toBeLessThan(900);
    const own = fired.filter((one) => !one.startsWith('many'));
    expect(own).toEqual([`a ${on(10)}`, `b ${on(20)}`, `c ${on(30)}`]);
    expect(fired).toHaveLength(43);
    const [row] = await app
      .get(DataSource)
      .query<{ n: number; keys: number }[]>('select count(*)::int n, count(distinct key)::int keys from done');
    expect(row).toEqual({ n: 43, keys: 43 });
  });

  test('that set themselves again fire for each day of a jump', async () => {
    await set({ name: 'daily', key: 'daily', dueAt: inDays(41), clock: 'business' });
    advance(44);
    await quiet();
    expect(fired).toEqual([41, 42, 43, 44].map((day) => `daily ${on(day)}`));
  });

  test('of machine time do not move with business time', async () => {
    await set({ name: 'deadline', key: 'machine', dueAt: inDays(50), clock: 'machine' });
    advance(55);
    await quiet();
    expect(fired).toEqual([]);
    await set({ name: 'deadline', key: 'machine', dueAt: inDays(0), clock: 'machine' });
    await quiet();
    expect(fired).toEqual([`machine ${on(0)}`]);
  });

  test('can be moved and cancelled', async () => {
    await set(
      { name: 'deadline', key: 'moved', dueAt: inDays(56), clock: 'business' },
      { name: 'deadline', key: 'gone', dueAt: inDays(56), clock: 'business' },
    );
    await set({ name: 'deadline', key: 'moved', dueAt: inDays(70), clock: 'business' });
    await inTransaction(app.get(DataSource), (tx) => app.get(Timers).cancel(tx, 'deadline', 'gone'));
    advance(60);
    await quiet();
    expect(fired).toEqual([]);
  });

  test('set in a transaction that is rolled back never fire', async () => {
    const undone = inTransaction(app.get(DataSource), async (tx) => {
      await app.get(Timers).set(tx, { name: 'deadline', key: 'undone', dueAt: inDays(0), clock: 'business' });
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
    expect(await app.get(Timers).overdue()).toBe(0);
  });

  test('that fail leave nothing behind, are tried again, and hold up only their own key', async () => {
    await app.get(DataSource).query('delete from done');
    const fragile = (key: string, days: number, fails: boolean): NewTimer => ({
      name: 'fragile',
      key,
      dueAt: inDays(days),
      clock: 'business',
      facts: { fails },
    });
    await set(
      fragile('poor', 61, true),
      { name: 'deadline', key: 'poor', dueAt: inDays(62), clock: 'business' },
      fragile('other', 63, false),
    );
    await second.get(Timers).beforeApplicationShutdown();
    advance(65);
    await quiet();
    expect(fired).toEqual(['other', 'poor', `poor ${on(62)}`]);
    const rows = await app.get(DataSource).query<{ key: string }[]>('select key from done order by key');
    expect(rows.map(({ key }) => key)).toEqual(['other', 'poor', 'poor']);
  });
});

test('two methods that take the same timer stop the start', async () => {
  @Injectable()
  class Twice {
    @OnTimer('deadline') one() {}
  }
  @Module({ imports: [PlatformModule.forService({ service: 'registry' })], providers: [Deadlines, Twice] })
  class TwiceModule {}
  const start = aService({ url: database.url, issuer: 'http://127.0.0.1:9', module: TwiceModule });
  await expect(start).rejects.toThrow('two methods take the timer deadline');
});

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MARKET_REGULATION as UNIT } from '@chengxin/registry/testing';
import type pg from 'pg';
import type { Outcome } from '../outcome.js';
import { enterprise, writeRegister } from './penalty-files.js';
import { makeDatabase, ServiceProcess } from './service-process.js';
import { given, makeSurroundings } from './surroundings.js';
import { Unit } from './unit.js';

const EVERY_MS = 10;
const PATIENCE_MS = 120_000;

const COMMITTED = `select id as record, extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at from records`;
const RATED = `
  select cause ->> 'recordId' as record, extract(epoch from min(pg_xact_commit_timestamp(r.xmin)))::float8 * 1000 as at
    from ratings r, jsonb_array_elements(r.causes) cause where cause ? 'recordId' group by 1`;
const RATINGS = `select count(*)::integer as rated from ratings where position = $1`;

type Moment = { record: string; at: number };

/**
 * Records come to registry by its own door, a hundred a second whether or not the earlier ones are answered; each is of another
 * enterprise. Taken is, for each, the time from its commit in the database of registry to that of the rating it caused in that of rating.
 */
async function rate(): Promise<Outcome> {
  const told = given();
  const around = await makeSurroundings(told);
  const [registry, rating] = [await makeDatabase('registry', told.server), await makeDatabase('rating', told.server)];
  const services = await Promise.all([
    ServiceProcess.start('registry', { env: around.env, databaseUrl: registry.url }),
    ServiceProcess.start('rating', { env: around.env, databaseUrl: rating.url }),
  ]);
  try {
    await Promise.all(services.map((service) => service.ready()));
    const register = path.join(told.folder, 'register.csv');
    await writeRegister(register, told.enterprises);
    await new Unit(services[0], around.tokens).send('subject-register', register, { asOf: '2026-05-10' });
    await rated(rating.client, 1, told.enterprises);
    const token = await around.tokens.of({ role: 'department-client', unit: UNIT.code, areas: ['429500'] });
    const { seconds, accepted } = await submitted(services[0].url, token, told);
    await rated(rating.client, 2, told.size);
    const [committed, after] = [await moments(registry.client, COMMITTED), await moments(rating.client, RATED)];
    const latencies = [...committed].flatMap(([record, at]) => (after.has(record) ? [(after.get(record) ?? NaN) - at] : []));
    const checked = accepted === told.size && latencies.length === told.size && latencies.every((ms) => ms > 0);
    return { seconds, units: told.size, checked, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
  } finally {
    await Promise.all(services.map((service) => service.stop()));
    await Promise.all([registry.drop(), rating.drop(), around.remove()]);
  }
}

async function submitted(url: string, token: string, { size, enterprises }: { size: number; enterprises: number }) {
  const started = performance.now();
  const answers: Promise<number>[] = [];
  for (let n = 0; n < size; n++) {
    const due = started + n * EVERY_MS;
    if (performance.now() < due) await sleep(due - performance.now());
    answers.push(submit(url, token, penalty(n, enterprise(n % enterprises))));
  }
  const accepted = (await Promise.all(answers)).filter((status) => status === 201).length;
  return { seconds: (performance.now() - started) / 1_000, accepted };
}

async function submit(url: string, token: string, fields: object): Promise<number> {
  const response = await fetch(`${url}/api/v1/records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ kind: 'penalty', unitName: UNIT.name, fields }),
  });
  const text = await response.text();
  if (!response.ok) console.error(text);
  return response.status;
}

const penalty = (n: number, creditCode: string) => ({
  partyName: '澄州市青禾食品有限公司',
  partyKind: '法人及非法人组织',
  creditCode,
  legalRepresentative: '林知夏',
  documentNumber: `澄市监罚〔2026〕${n}号`,
  offence: '生产经营标签不符合规定的食品',
  facts: '销售的预包装食品标签未标明生产日期。',
  basis: '《中华人民共和国食品安全法》第一百二十五条',
  penaltyKinds: '罚款',
  content: '罚款人民币5000元。',
  fineAmount: '0.5',
  decidedOn: '2026/04/20',
  validUntil: '2099/12/31',
  authorityName: UNIT.name,
  authorityCode: UNIT.code,
  sourceName: UNIT.name,
  sourceCode: UNIT.code,
  procedure: '普通程序',
  sector: '市场监管',
});

/** Waits until so many enterprises have a rating of this position. Throws after two minutes. */
async function rated(client: pg.Client, position: number, enterprises: number): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(200)) {
    const { rows } = await client.query<{ rated: number }>(RATINGS, [position]);
    if ((rows[0]?.rated ?? 0) >= enterprises) return;
  }
  throw new Error('the enterprises were not rated in two minutes');
}

async function moments(client: pg.Client, text: string): Promise<Map<string, number>> {
  const { rows } = await client.query<Moment>(text);
  return new Map(rows.map(({ record, at }) => [record, at]));
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

console.log(JSON.stringify(await rate()));

import { randomUUID } from 'node:crypto';
import { SERVICES } from '@chengxin/contracts';
import { eventually, PERSONAS } from '@chengxin/testing';
import { type CityRow, rowsOf } from '../city-records.js';
import { departmentOf, ENTERPRISES } from '../penalties.js';
import { type Case, filingFor, type Repairable } from '../repairs.js';
import { statedBy } from '../stated.js';
import { type System } from '../system.js';

/** What a request is about: what goes into its path, and what its body names. */
export type About = Record<string, string>;

/** What the second column of the file may say, and what it stands for in a system, made anew for each request. */
export type Abouts = ReadonlyMap<string, () => Promise<readonly About[]>>;

type Found = { id: string; code: string };

const OWN = PERSONAS.find(({ user }) => user === 'enterprise')?.enterprises ?? [];
const ANOTHER = ENTERPRISES.find(({ code }) => !OWN.includes(code))?.code ?? '';
const UNITS = ['market-regulation', 'tax'] as const;
const MAPPED = 'honour'; // both supply it, and no file of these tests is of it
const unitOf = (slug: string): string => departmentOf(slug).code;

/**
 * Everything that rows are about, found in a system or put there once: records, batches, cases, checks, mappings, problems; endpoints are
 * made as they are asked.
 */
export async function aboutsOf(system: System): Promise<Abouts> {
  const own = await repairable(system, true);
  const another = await repairable(system, false);
  const fixed: [string, About | About[]][] = [
    ['—', {}],
    ['own enterprise', { code: OWN[0] ?? '' }],
    ['another enterprise', { code: ANOTHER }],
    ['record of own enterprise', { recordId: own.id }],
    ['record of another enterprise', { recordId: another.id }],
    ['case of own enterprise, for market-regulation', { id: await filed(system, own) }],
    ['case of another enterprise, for another unit', { id: await filed(system, another) }],
    ['answer to procurement', { id: await checked(system, 'procurement') }],
    ['answer to tax', { id: await checked(system, 'tax') }],
    ['each service', SERVICES.filter((service) => service !== 'gateway').map((service) => ({ service }))],
    ['a service without copies', { service: 'registry' }],
    ['one that is not there', { service: 'registry', id: randomUUID() }],
  ];
  for (const slug of UNITS) fixed.push(...(await heldOf(system, slug)));
  const known = fixed.map(([name, abouts]) => [name, () => Promise.resolve([abouts].flat())] as const);
  const fresh = UNITS.map((slug) => [`webhook of ${slug}`, async () => [{ id: await endpoint(system, slug) }]] as const);
  return new Map([...known, ...fresh]);
}

/** What a unit holds of each kind. */
async function heldOf(system: System, slug: string): Promise<[string, About][]> {
  const unit = unitOf(slug);
  const [record] = await system.query<Found>(
    'registry',
    `select id from records where authority_code = $1 and state -> 'sourceUnit' ->> 'code' = $1 and status = 'standing' limit 1`,
    [unit],
  );
  const [batch] = await system.query<Found>('registry', 'select id from batches where unit_code = $1 limit 1', [unit]);
  return [
    [`in the name of ${slug}`, { unit }],
    [`source ${slug}`, { unit }],
    [`mapping of ${slug}`, { unit, item: await mapped(system, slug) }],
    [`problem of ${slug}`, { unit, id: await problemOf(system, unit) }],
    [`record of ${slug}`, { id: record?.id ?? '' }],
    [`batch of ${slug}`, { id: batch?.id ?? '' }],
  ];
}

/** A record that can be repaired now: of market regulation about an enterprise of the agent, or of neither. Throws when there is none. */
async function repairable(system: System, own: boolean): Promise<Found> {
  const held = await system.query<Found>(
    'repair',
    'select record_id as id, credit_code as code from records where (authority_code = $1) = $3 and (credit_code = any($2)) = $3',
    [unitOf('market-regulation'), OWN, own],
  );
  for (const found of held) {
    const path = `/subjects/${found.code}/repair-eligibility`;
    const { records } = await system.gateway.get<{ records: Repairable[] }>(path, 'regulator', statedBy('regulator'));
    if (records.some(({ recordId, answer }) => recordId === found.id && answer === 'now')) return found;
  }
  throw new Error(`no record ${own ? 'of one’s own' : 'of others'} can be repaired now`);
}

/** Files a case as an agent of the enterprise, whoever that is. */
async function filed(system: System, { id, code }: Found): Promise<string> {
  const authorization = await system.authorizationOf({ subject: 'agent-of-it', role: 'enterprise-agent', areas: [], enterprises: [code] });
  const ask = { method: 'POST', path: '/repair-cases', body: filingFor(id), headers: { authorization } };
  const { status, body } = await eventually(() => system.gateway.ask<Case>(ask), 'the case to be taken', 10_000);
  if (status !== 201) throw new Error(`the filing was answered ${status}: ${JSON.stringify(body)}`);
  return body.caseId;
}

/** Keeps a mapping as the unit whose it is, tried on a row that it has sent, and gives its item. Throws when it is refused. */
async function mapped({ gateway }: System, slug: string): Promise<string> {
  const unit = unitOf(slug);
  const { fields } = rowsOf(MAPPED).find((row) => row.unit === unit) as CityRow;
  const columns = Object.keys(fields).map((field) => ({ column: `本单位的${field}`, field }));
  const row = Object.fromEntries(columns.map(({ column, field }) => [column, fields[field]]));
  const path = `/sources/${unit}/mappings/${MAPPED}`;
  const kept = { columns, sample: { rows: [row] } };
  const { status, body } = await gateway.ask({ method: 'PUT', path, as: slug, body: kept, headers: { 'if-none-match': '*' } });
  if (status !== 201) throw new Error(`the mapping was answered ${status}: ${JSON.stringify(body)}`);
  return MAPPED;
}

async function problemOf({ gateway }: System, unit: string): Promise<string> {
  const found = { item: MAPPED, description: '门禁测试' };
  return (await gateway.post<{ problemId: string }>(`/sources/${unit}/problems`, found, 'reviewer')).problemId;
}

async function checked(system: System, as: string): Promise<string> {
  const question = { domain: 'government-procurement', creditCode: ANOTHER, purpose: 'award-of-contract', caseNumber: '门禁测试' };
  return (await system.gateway.post<{ number: string }>('/verifications', question, as)).number;
}

async function endpoint(system: System, as: string): Promise<string> {
  return (await system.gateway.post<{ id: string }>('/webhooks', { url: 'https://webhook.example/events' }, as, statedBy(as))).id;
}

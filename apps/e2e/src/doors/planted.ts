import { isCitizenNumber } from '@chengxin/kernel';
import { type CityEnterprise, eventually, stating } from '@chengxin/testing';
import { aPenalty, ENTERPRISES, MARKET_REGULATION } from '../penalties.js';
import { filingFor } from '../repairs.js';
import { statedBy } from '../stated.js';
import { type System } from '../system.js';

/** The numbers of somebody who does not exist: an identity number with its check character, and a telephone. */
export const CITIZEN =
  '0123456789X'
    .split('')
    .map((check) => `42010619880506731${check}`)
    .find(isCitizenNumber) ?? '';
export const TELEPHONE = '13987650042';

const TEXT = `经办人身份证 ${CITIZEN}\n${TELEPHONE}，另电话：${TELEPHONE}`;
const ENTERPRISE = ENTERPRISES[0] as CityEnterprise;

type Values = Record<string, string>;

const fieldsOf = (number: string, changes: Values): Values => (aPenalty(ENTERPRISE, number, changes) as { fields: Values }).fields;

const PAPERS = { representativePaperKind: '身份证', representativePaperNumber: CITIZEN };

/** Rows of a file: one that goes in with the numbers in its text and its papers, and some in which they stand where they do not belong. */
const ROWS: readonly Values[] = [
  fieldsOf('测〔2026〕植1号', { facts: TEXT, ...PAPERS }),
  fieldsOf('测〔2026〕植2号', { fineAmount: TELEPHONE, facts: TEXT }),
  fieldsOf('测〔2026〕植3号', { creditCode: CITIZEN, decidedOn: TELEPHONE, representativePaperNumber: CITIZEN }),
  fieldsOf('测〔2026〕植4号', { penaltyKinds: CITIZEN, procedure: TELEPHONE, sector: CITIZEN }),
  fieldsOf('测〔2026〕植5号', { partyKind: '自然人', partyName: `某人${CITIZEN}`, creditCode: CITIZEN, citizenNumber: CITIZEN }),
  fieldsOf(CITIZEN, { validUntil: CITIZEN }),
];
const COLUMNS = [...new Set(ROWS.flatMap((row) => Object.keys(row))), `备注${TELEPHONE}`];

/** Sends the numbers in at every door, and gives the batch with the refused rows. */
export async function plant(system: System): Promise<string> {
  await plantInRecords(system);
  await plantInCases(system);
  await plantInSources(system);
  await plantInQuestions(system);
  await plantInLooks(system);
  await plantInAddresses(system);
  return plantInFile(system);
}

async function plantInFile(system: System): Promise<string> {
  const { gateway } = system;
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = [COLUMNS, ...ROWS.map((row) => COLUMNS.map((column) => row[column] ?? TEXT))];
  const form = new FormData();
  for (const [name, value] of Object.entries({
    kind: 'penalty',
    unitName: `市监局${TELEPHONE}`,
    reason: TEXT,
    document: TEXT,
    correction: 'true',
  })) {
    form.set(name, value);
  }
  form.set('file', new Blob([lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')]), `../${CITIZEN}/${TELEPHONE}.csv`);
  const { id } = await gateway.post<{ id: string }>('/batches', form, 'department');
  const isDone = async () => (await gateway.get<{ state: string }>(`/batches/${id}`, 'department')).state === 'done';
  await eventually(isDone, 'the planted file to be read', 20_000);
  return id;
}

/** The receipt of a batch and the reasons of its refused rows, as its sender reads them. */
export async function answersAbout({ gateway }: System, batch: string): Promise<string> {
  const paths = [`/batches/${batch}`, `/batches/${batch}/rejections?limit=200`];
  return JSON.stringify(await Promise.all(paths.map((path) => gateway.get(path, 'department'))));
}

/** Its refused rows as files, the sender's own cells with the reasons. */
export async function givenBack({ gateway }: System, batch: string): Promise<string> {
  const files = ['text/csv', 'application/x-ndjson'].map((accept) =>
    gateway.ask<unknown>({ path: `/batches/${batch}/rejections`, as: 'department', headers: { accept } }),
  );
  return (await Promise.all(files)).map(({ body }) => String(body)).join('\n');
}

async function plantInRecords({ gateway }: System): Promise<void> {
  const record = {
    ...aPenalty(ENTERPRISE, '测〔2026〕植7号', { facts: TEXT, [CITIZEN]: TEXT, ...PAPERS }),
    unitName: MARKET_REGULATION.name,
  };
  const { record: taken } = await gateway.post<{ record: { recordId: string } }>('/records', record, 'department');
  await gateway.ask({
    method: 'POST',
    path: '/records',
    as: 'department',
    body: aPenalty(ENTERPRISE, CITIZEN, { fineAmount: TELEPHONE }),
  });
  const path = `/records/${taken.recordId}`;
  const said = { reason: TEXT, document: TEXT };
  await gateway.post(`${path}/fulfilment`, { fulfilledOn: '2026-05-10', what: TEXT, proof: TEXT }, 'department');
  await gateway.post(`${path}/correction`, { ...said, fields: { facts: `${TEXT}。` } }, 'department', { 'if-match': '"2"' });
  await gateway.post(`${path}/annulment`, { ...said, on: '2026-05-10' }, 'department', { 'if-match': '"3"' });
  await gateway.post(`${path}/personal-details/deletion`, said, 'admin');
}

/** On a case that an agent has filed for a record of its enterprise. */
async function plantInCases({ gateway }: System): Promise<void> {
  const [running] = await gateway.all<{ caseId: string; version: number; status: string }>('/repair-cases', 'enterprise');
  if (!running) throw new Error('the enterprise has no case');
  const path = `/repair-cases/${running.caseId}`;
  await gateway.post(`${path}/withdrawal`, { reason: TEXT }, 'enterprise', { 'if-match': `"${running.version}"` });
  const { recordId } = await gateway.get<{ recordId: string }>(path, 'enterprise');
  const filing = filingFor(recordId) as { commitment: Values };
  const commitment = { ...filing.commitment, matter: TEXT, content: TEXT, liability: TEXT };
  const contact = { name: '钱某某', telephone: TELEPHONE };
  const anew = await gateway.post<{ caseId: string }>('/repair-cases', { ...filing, commitment, contact }, 'enterprise');
  const step = (name: string, body: object, as: string, version: number) =>
    gateway.post(`/repair-cases/${anew.caseId}/${name}`, body, as, { 'if-match': `"${version}"` });
  await step('pre-check', { note: TEXT }, 'reviewer', 1);
  await step('acceptance', { accepted: true }, 'officer', 2);
  await step('refusal', { reason: TEXT, article: TEXT }, 'officer', 3);
}

/** In what a unit and the centre say about its files; a column with a number in its title is not taken. */
async function plantInSources({ gateway }: System): Promise<void> {
  const source = `/sources/${MARKET_REGULATION.code}`;
  const found = { item: 'penalty', description: TEXT };
  const { problemId } = await gateway.post<{ problemId: string }>(`${source}/problems`, found, 'reviewer');
  const step = (name: string, body: object, as: string, version: number) =>
    gateway.post(`${source}/problems/${problemId}/${name}`, body, as, { 'if-match': `"${version}"` });
  await step('answer', { answer: TEXT }, 'department', 1);
  await step('closure', { reason: TEXT }, 'reviewer', 2);
  await gateway.post('/reports', { item: 'licence', unitName: `市监局${TELEPHONE}` }, 'department');
  const [row = {}] = ROWS;
  const titled = Object.entries(row).map(([field, value]) => ({ field, value, column: `${field}电话${TELEPHONE}` }));
  const columns = titled.map(({ column, field }) => ({ column, field }));
  const sample = { rows: [Object.fromEntries(titled.map(({ column, value }) => [column, value]))] };
  const headers = { 'if-none-match': '*' };
  await gateway.ask({ method: 'PUT', path: `${source}/mappings/penalty`, as: 'department', headers, body: { columns, sample } });
}

/** In the case number of a reader and of an endpoint. */
async function plantInLooks({ gateway }: System): Promise<void> {
  const said = stating('supervision', `${CITIZEN} ${TELEPHONE}`);
  await gateway.get(`/subjects/${ENTERPRISE.code}/records`, 'regulator', said);
  const { id } = await gateway.post<{ id: string }>('/webhooks', { url: 'https://webhook.example/' }, 'department', said);
  await gateway.ask({ method: 'DELETE', path: `/webhooks/${id}`, as: 'department' });
}

async function plantInQuestions({ gateway }: System): Promise<void> {
  const short = `${CITIZEN} ${TELEPHONE}`;
  const question = {
    domain: 'government-procurement',
    creditCode: ENTERPRISE.code,
    name: short,
    matter: short,
    purpose: short,
    caseNumber: short,
  };
  await gateway.post('/verifications', question, 'procurement');
  const url = `https://webhook.example/${TELEPHONE}`;
  await gateway.ask({ method: 'POST', path: '/webhooks', as: 'department', headers: statedBy('department'), body: { url } });
}

/** In addresses, queries and headers, where there is something and where there is nothing. */
async function plantInAddresses({ gateway }: System): Promise<void> {
  const chinese = encodeURIComponent(`电话${TELEPHONE}，${CITIZEN}`);
  const headers = {
    ...{ 'x-correlation-id': CITIZEN, 'user-agent': `browser ${TELEPHONE}`, 'accept-language': CITIZEN, 'if-none-match': `"${TELEPHONE}"` },
    ...{ purpose: TELEPHONE, 'case-number': chinese, 'idempotency-key': CITIZEN, forwarded: `for=${TELEPHONE}` },
  };
  const { code } = ENTERPRISE;
  const paths = [
    `/subjects?q=${chinese}`,
    `/subjects/${CITIZEN}`,
    `/subjects/${code}/records?item=${CITIZEN}`,
    `/nowhere/${chinese}`,
    `/records/${CITIZEN}`,
  ];
  const asked = paths.flatMap((path) => [
    { path, as: 'regulator', headers },
    { path, method: 'POST', as: 'department', headers, body: { [CITIZEN]: TELEPHONE } },
  ]);
  for (const ask of asked) await gateway.ask(ask);
  await gateway.ask({ path: `/subjects/${code}`, headers: { authorization: `Bearer ${CITIZEN}` } });
}

import { accessContract, type AccessRecordedV1, RecordCollectedV1, RecordWithdrawnV1, sampleOf } from '@chengxin/contracts';
import { CASE_NUMBER, eventually, stating, type TokenHolder } from '@chengxin/testing';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type RecordPage } from '../src/records/dto/record.view.js';
import { agentOf, DisclosureUnderTest, TODAY } from './disclosure-under-test.js';

const SAMPLE = sampleOf(RecordCollectedV1).data;
const FIELDS = { ...SAMPLE.fields, remarks: '内部', taxNumber: '429500123456789' };
const OTHER_UNIT = '11429500MB1A000288';
const SOURCE: TokenHolder = { role: 'determining-officer', unit: SAMPLE.sourceUnit.code };
const OFFICER: TokenHolder = { role: 'checking-officer', subject: 'procurement', unit: OTHER_UNIT };
const STRANGERS: TokenHolder[] = [
  OFFICER,
  { role: 'determining-officer', unit: OTHER_UNIT },
  { role: 'department-client', unit: OTHER_UNIT },
  { role: 'centre-reviewer' },
  { role: 'centre-supervisor' },
  { role: 'regulator' },
  { role: 'auditor' },
  { role: 'administrator' },
  agentOf(SAMPLE.creditCode),
];

jest.setTimeout(60_000); // what is waited for comes within 15 s, on a busy machine several times

let disclosure: DisclosureUnderTest;
let code: string;
let shown: RecordCollectedV1;
let minor: RecordCollectedV1;
let ended: RecordCollectedV1;

beforeAll(async () => {
  disclosure = await DisclosureUnderTest.start();
  code = disclosure.newEnterprise();
  await disclosure.register(code);
  shown = await disclosure.collect(code, { fields: FIELDS, decidedOn: '2026-04-20' });
  minor = await disclosure.collect(code, { fields: FIELDS, decidedOn: '2026-04-19', publicity: { ...SAMPLE.publicity, shown: false } });
  ended = await disclosure.collect(code, { fields: FIELDS, decidedOn: '2026-04-18' });
  await disclosure.fact(RecordWithdrawnV1, ended, { on: TODAY });
  await eventually(async () => (await list(agentOf(code))).items[2]?.state === 'withdrawn', 'all to be known');
});
afterAll(() => disclosure?.service.close());

async function list(as?: TokenHolder, query = ''): Promise<RecordPage> {
  return (await disclosure.get<RecordPage>(`/${code}/records${query}`, as ? { as } : {})).body;
}

const recorded = (): AccessRecordedV1[] =>
  disclosure.service.neighbour
    .received(accessContract('disclosure'))
    .map(({ data }) => data)
    .filter(({ creditCode }) => creditCode === code);

test('without a purpose everyone is given what anyone is given, page by page', async () => {
  for (const query of ['', '?item=penalty', '?limit=1', `?effectiveAt=${TODAY}`]) {
    const { items, next } = await list(undefined, query);
    expect(items.map(({ recordId }) => recordId)).toEqual([shown.recordId]);
    for (const who of STRANGERS) expect(await list(who, query)).toMatchObject({ items, ...(next && { next }) });
  }
});

test('a look for a purpose is recorded once, with what was shown; one at what is public or one’s own is not', async () => {
  const first = await list(OFFICER); // without a purpose
  expect(first.items).toHaveLength(1);
  expect((await list(agentOf(code))).items).toHaveLength(3);
  expect((await list(SOURCE)).items).toHaveLength(3);
  const { body } = await disclosure.get<RecordPage>(`/${code}/records?effectiveAt=2026-05-01`, { as: OFFICER, purpose: 'bidding' });
  expect(body.items.map(({ recordId }) => recordId)).toEqual([shown.recordId, minor.recordId]);
  await disclosure.get(`/${code}/records`, { as: SOURCE, purpose: 'law-enforcement' });
  await disclosure.get(`/${code}/records?limit=1`, { as: { role: 'auditor' }, purpose: 'audit' });
  const looks = await eventually(() => (recorded().length >= 3 ? recorded() : undefined), 'three looks to be recorded');
  expect(looks).toEqual([
    {
      service: 'disclosure',
      creditCode: code,
      what: 'records',
      lookedBy: { subject: 'procurement', role: 'checking-officer', unit: OTHER_UNIT },
      purpose: 'bidding',
      purposeEntry: 'purpose.bidding.2021',
      caseNumber: CASE_NUMBER,
      shown: [
        { kind: 'record', id: shown.recordId, version: 1 },
        { kind: 'record', id: minor.recordId, version: 1 },
      ],
      unnamed: 0,
      effectiveAt: '2026-05-01',
      knownThen: expect.stringMatching(/Z$/),
      lookedOn: TODAY,
      lookedAt: expect.stringMatching(/Z$/),
    },
    expect.objectContaining({ purpose: 'law-enforcement', shown: [] }),
    expect.objectContaining({ purpose: 'audit', shown: [{ kind: 'record', id: shown.recordId, version: 1 }] }),
  ]);
});

test('many looks at once are each recorded, in an order without a gap', async () => {
  const MANY = 25; // more than there are connections
  const look = (n: number) => disclosure.get(`/${code}/records?limit=1`, { as: OFFICER, headers: stating('fiscal-funds', `同时${n}`) });
  const answers = await Promise.all(Array.from({ length: MANY }, (_, n) => look(n)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const heard = () => disclosure.service.neighbour.received(accessContract('disclosure')).filter(({ key }) => key === code);
  const ofThese = () => heard().filter(({ data }) => data.purpose === 'fiscal-funds');
  await eventually(() => ofThese().length === MANY, 'all of them to be recorded');
  expect(new Set(ofThese().map(({ data }) => data.caseNumber)).size).toBe(MANY);
  expect(heard().map(({ sequence }) => Number(sequence))).toEqual(heard().map((_, n) => n + 1));
});

test.each<[string, TokenHolder | undefined, Record<string, string>, [pointer: string, rule: string][]]>([
  ['an unknown purpose', OFFICER, stating('curiosity'), [['/purpose', 'purpose.unknown']]],
  ['a purpose that is not of the role', OFFICER, stating('audit'), [['/purpose', 'purpose.not-of-role']]],
  ['a purpose of an enterprise', agentOf(SAMPLE.creditCode), stating('supervision'), [['/purpose', 'purpose.not-of-role']]],
  ['a purpose of nobody', undefined, stating('supervision'), [['/purpose', 'purpose.not-of-role']]],
  ['no case number', OFFICER, { purpose: 'bidding' }, [['/case-number', 'isDefined']]],
  ['no purpose', OFFICER, { 'case-number': '1' }, [['/purpose', 'isDefined']]],
  ['a case number of 65 characters', OFFICER, stating('bidding', 'x'.repeat(65)), [['/case-number', 'case-number.length']]],
  [
    'nothing that is right',
    OFFICER,
    { purpose: 'x', 'case-number': '100%' },
    [
      ['/purpose', 'purpose.unknown'],
      ['/case-number', 'case-number.encoding'],
    ],
  ],
])('is refused with %s, header by header', async (_, as, headers, faults) => {
  const answer = await disclosure.get(`/${code}/records`, { ...(as && { as }), headers });
  const errors = faults.map(([pointer, rule]) => expect.objectContaining({ in: 'header', pointer, rule, zh: expect.any(String) }));
  expect(answer).toMatchObject({ status: 400, body: { type: '/problems/request.invalid', errors } });
});

test('what cannot be recorded is not shown', async () => {
  await disclosure.sql('revoke insert on outbox_events from disclosure');
  try {
    const answer = await disclosure.get(`/${code}/records`, { as: OFFICER, purpose: 'bidding' });
    expect(answer.status).toBe(500);
    expect(answer.body).not.toHaveProperty('items');
  } finally {
    await disclosure.sql('grant insert on outbox_events to disclosure');
  }
});

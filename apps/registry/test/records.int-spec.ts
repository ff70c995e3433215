import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  accessContract,
  CaseApprovedV1,
  CaseEffectsAwaitedV1,
  type ContractClass,
  RecordAnnulledV1,
  RecordCollectedV1,
  RecordCorrectedV1,
  RecordExpiredV1,
  RecordFulfilledV1,
  RecordRepairedV1,
  RecordWithdrawnV1,
  sampleOf,
} from '@chengxin/contracts';
import { aCode, aLicence, aPenalty, aRegistration, MARKET_REGULATION } from '@chengxin/registry/testing';
import { eventually } from '@chengxin/testing';
import { CLIENT, OFFICER, Registry } from './registry-under-test.js';

jest.setTimeout(60_000);

let registry: Registry;
let numbers = 0;

beforeAll(async () => {
  registry = await Registry.start();
  await registry.register(Array.from({ length: 30 }, (_, n) => aCode(300 + n)));
}, 60_000);

afterAll(() => registry.service.close(), 30_000);

const post = <T>(path: string, body: object, { as = OFFICER, ifMatch }: { as?: typeof OFFICER; ifMatch?: string } = {}) =>
  registry.service.request<T>('POST', `/api/v1${path}`, { as, body, headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } });

/** A penalty under a number of its own; gives its identifier and the enterprise. */
async function aStandingPenalty(values: Record<string, string> = {}): Promise<{ recordId: string; creditCode: string }> {
  numbers += 1;
  const creditCode = values['creditCode'] ?? aCode(300 + (numbers % 30));
  const fields = aPenalty({ documentNumber: `澄市监罚〔2026〕${500 + numbers}号`, creditCode, ...values });
  const { status, body } = await registry.submit('penalty', fields);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { recordId: body.record.recordId, creditCode };
}

/** Waits for the event of a record. */
const heard = <T extends { recordId: string }>(contract: ContractClass<T>, recordId: string, count = 1) =>
  eventually(() => {
    const events = registry.service.neighbour.received(contract).filter(({ data }) => data.recordId === recordId);
    return events.length >= count ? events : undefined;
  }, `${count} × ${contract.type} of ${recordId}`);

describe('a record sent by itself', () => {
  test('goes in with the checks of a file and is announced', async () => {
    const { recordId, creditCode } = await aStandingPenalty();
    const [event] = await heard(RecordCollectedV1, recordId);
    expect(event).toMatchObject({
      key: creditCode,
      data: { version: 1, class: 'general', fulfilment: 'unknown', sourceUnit: MARKET_REGULATION },
    });
  });

  test('is refused with every fault at once', async () => {
    const fields = { ...aPenalty(), CF_SY: '', decidedOn: '2027/01/01', creditCode: aCode(999) };
    const answer = await registry.submit<{ faults: { code: string }[]; texts: object }>('penalty', fields);
    expect(answer.status).toBe(422);
    expect(answer.body.faults.map(({ code }) => code)).toEqual([
      'registry.value-missing',
      'registry.date-in-future',
      'registry.subject-unknown',
    ]);
  });

  test('is counted once, and refused with a pointer when it says otherwise', async () => {
    const fields = aPenalty({ documentNumber: '澄市监罚〔2026〕401号', creditCode: aCode(300) });
    const first = await registry.submit('penalty', fields);
    expect(first).toMatchObject({ status: 201, body: { outcome: 'accepted' } });
    expect(await registry.submit('penalty', fields)).toMatchObject({ status: 200, body: { outcome: 'unchanged' } });
    const otherwise = await registry.submit('penalty', { ...fields, content: '罚款人民币5000元，已缴。' });
    expect(otherwise).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'registry.content-differs', recordId: first.body.record.recordId }] },
    });
  });

  test('may be a row of the register', async () => {
    const answer = await registry.submit('subject-register', aRegistration({ creditCode: aCode(450) }), { asOf: '2026-05-01' });
    expect(answer).toMatchObject({ status: 201, body: { outcome: 'accepted' } });
  });

  test('is carried out once for an Idempotency-Key', async () => {
    const body = { kind: 'penalty', fields: aPenalty({ documentNumber: '澄市监罚〔2026〕402号', creditCode: aCode(301) }) };
    const request = { as: CLIENT, body, headers: { 'idempotency-key': randomUUID() } };
    const answers = [
      await registry.service.request('POST', '/api/v1/records', request),
      await registry.service.request('POST', '/api/v1/records', request),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
  });

  test('is read by the units concerned alone', async () => {
    const { recordId } = await aStandingPenalty();
    const answer = await registry.service.request('GET', `/api/v1/records/${recordId}`, { as: OFFICER });
    expect(answer).toMatchObject({ status: 200, body: { recordId, version: 1, status: 'standing' } });
    expect(answer.headers.get('etag')).toBe('"1"');
    const stranger = { ...OFFICER, unit: aCode(9, '11') };
    expect(await registry.service.request('GET', `/api/v1/records/${recordId}`, { as: stranger })).toMatchObject({ status: 404 });
  });

  test('is looked at by an administrator for a purpose, which is recorded', async () => {
    const { recordId } = await aStandingPenalty();
    const read = (purpose?: string, id = recordId) =>
      registry.service.request('GET', `/api/v1/records/${id}`, { as: { role: 'administrator' }, ...(purpose && { purpose }) });
    for (const id of [recordId, randomUUID()]) {
      expect(await read(undefined, id)).toMatchObject({ status: 403, body: { purposes: [{ code: 'operation', en: expect.any(String) }] } });
    }
    expect(await read('operation')).toMatchObject({ status: 200, body: { recordId } });
    expect(await read('operation', randomUUID())).toMatchObject({ status: 404 });
    await registry.service.request('GET', `/api/v1/records/${recordId}`, { as: OFFICER });
    const heard = () =>
      registry.service.neighbour.received(accessContract('registry')).filter(({ data }) => data.shown.some(({ id }) => id === recordId));
    await eventually(() => heard().length > 0, 'the look to be recorded');
    expect(heard().map(({ data }) => data)).toMatchObject([
      { what: 'record', purpose: 'operation', lookedBy: { role: 'administrator' }, shown: [{ kind: 'record', id: recordId, version: 1 }] },
    ]);
  });
});

describe('a fact about a record', () => {
  const fulfilment = { fulfilledOn: '2026-05-08', what: '罚款已缴', proof: '缴款书，经办电话13800138000' };

  test('that its duties are met comes from the determining unit, once', async () => {
    const { recordId } = await aStandingPenalty();
    const stranger = { ...OFFICER, unit: aCode(9, '11') };
    expect(await post(`/records/${recordId}/fulfilment`, fulfilment, { as: stranger })).toMatchObject({ status: 404 });
    expect(await post(`/records/${recordId}/fulfilment`, { ...fulfilment, fulfilledOn: '2026-05-12' })).toMatchObject({ status: 422 });
    expect(await post(`/records/${recordId}/fulfilment`, { ...fulfilment, fulfilledOn: '2026-02-30' })).toMatchObject({ status: 400 });
    expect(await post(`/records/${recordId}/fulfilment`, fulfilment)).toMatchObject({
      status: 201,
      body: { version: 2, fulfilment: 'met' },
    });
    expect(await post(`/records/${recordId}/fulfilment`, fulfilment)).toMatchObject({ status: 409 });
    const [event] = await heard(RecordFulfilledV1, recordId);
    expect(event?.data).toMatchObject({
      version: 2,
      fulfilledOn: '2026-05-08',
      unit: MARKET_REGULATION,
      proof: `缴款书，经办电话${'*'.repeat(11)}`,
    });
  });

  test('that is a correction needs the version it is based on, and keeps the key', async () => {
    const { recordId } = await aStandingPenalty({ representativePaperKind: '身份证', representativePaperNumber: '11010519491231002X' });
    const correction = { fields: { decidedOn: '2026-04-21' }, reason: '日期有误', document: '澄市监更〔2026〕2号' };
    expect(await post(`/records/${recordId}/correction`, correction)).toMatchObject({ status: 428 });
    expect(await post(`/records/${recordId}/correction`, correction, { ifMatch: '"7"' })).toMatchObject({ status: 412 });
    const moved = { ...correction, fields: { documentNumber: '另一文号' } };
    expect(await post(`/records/${recordId}/correction`, moved, { ifMatch: '"1"' })).toMatchObject({
      status: 422,
      body: { type: '/problems/registry.key-not-correctable' },
    });
    expect(await post(`/records/${recordId}/correction`, correction, { ifMatch: '"1"' })).toMatchObject({
      status: 201,
      body: { version: 2, decidedOn: '2026-04-21', publicity: { shownUntil: '2027-04-21' } },
    });
    const [event] = await heard(RecordCorrectedV1, recordId);
    expect(event?.data).toMatchObject({ changed: ['decidedOn'], reason: '日期有误' });
    const papers = await registry.sql(`select details from personal_details p join records r on r.personal_id = p.id where r.id = $1`, [
      recordId,
    ]);
    expect(papers).toEqual([{ details: { representativePaperKind: '身份证', representativePaperNumber: '11010519491231002X' } }]);
  });

  test.each([
    ['withdrawal', RecordWithdrawnV1, 'withdrawn'],
    ['annulment', RecordAnnulledV1, 'annulled'],
  ] as const)('that is a %s ends it for good', async (path, contract, status) => {
    const { recordId, creditCode } = await aStandingPenalty();
    const form = { on: '2026-05-10', reason: '复议撤销', document: '澄政复〔2026〕1号' };
    expect(await post(`/records/${recordId}/${path}`, form, { ifMatch: '"1"' })).toMatchObject({
      status: 201,
      body: { status, version: 2 },
    });
    const [event] = await heard(contract as ContractClass<RecordWithdrawnV1>, recordId);
    expect(event).toMatchObject({ key: creditCode, data: { on: '2026-05-10', reason: '复议撤销', unit: MARKET_REGULATION } });
    expect(await post(`/records/${recordId}/fulfilment`, fulfilment)).toMatchObject({ status: 409 });
    const [row] = await registry.sql<{ fields: Record<string, string> }>(`select state -> 'fields' as fields from records where id = $1`, [
      recordId,
    ]);
    expect(await registry.submit('penalty', row?.fields ?? {})).toMatchObject({
      status: 422,
      body: { faults: [{ code: 'registry.record-ended' }] },
    });
  });
});

describe('a repair case', () => {
  const sample = sampleOf(CaseApprovedV1).data;
  const approve = (recordId: string, creditCode: string, caseId: string, approvedOn = '2026-08-03') =>
    registry.service.neighbour.publish(CaseApprovedV1, creditCode, {
      ...sample,
      recordId,
      creditCode,
      caseId,
      approvedOn,
      unit: MARKET_REGULATION,
    });

  test('that is approved ends the record, with the fulfilment that the approval carries', async () => {
    const { recordId, creditCode } = await aStandingPenalty();
    const caseId = randomUUID();
    const approval = await approve(recordId, creditCode, caseId);
    const [repaired] = await heard(RecordRepairedV1, recordId);
    expect(repaired?.data).toMatchObject({
      version: 3,
      caseId,
      repairedOn: '2026-08-03',
      shownEndedOn: '2026-08-03',
      sharedEndedOn: '2026-08-03',
      countedEndedOn: '2026-08-03',
      publicity: { shownUntil: '2026-08-02' },
      causes: [{ eventId: approval.id, caseId, recordId }],
    });
    expect(repaired).toMatchObject({ correlationid: approval.correlationid, causationid: approval.id });
    const [fulfilled] = await heard(RecordFulfilledV1, recordId);
    expect(fulfilled?.data).toMatchObject({ version: 2, fulfilledOn: sample.fulfilment.fulfilledOn });
  });

  test('is answered with the date that had passed', async () => {
    const { recordId, creditCode } = await aStandingPenalty({ penaltyKinds: '警告', fineAmount: '' });
    await approve(recordId, creditCode, randomUUID());
    const [repaired] = await heard(RecordRepairedV1, recordId);
    expect(repaired?.data).toMatchObject({ sharedEndedOn: '2026-07-20', countedEndedOn: '2026-07-20' });
    expect(repaired?.data.shownEndedOn).toBeUndefined();
  });

  test('that still misses the answer gets it again', async () => {
    const { recordId, creditCode } = await aStandingPenalty();
    const caseId = randomUUID();
    await approve(recordId, creditCode, caseId);
    const [first] = await heard(RecordRepairedV1, recordId);
    const awaited = { ...sampleOf(CaseEffectsAwaitedV1).data, recordId, creditCode, caseId };
    await registry.service.neighbour.publish(CaseEffectsAwaitedV1, creditCode, { ...awaited, missing: ['rating-reviewed'] });
    await registry.service.neighbour.publish(CaseEffectsAwaitedV1, creditCode, {
      ...awaited,
      missing: ['record-repaired', 'rating-reviewed'],
    });
    const events = await heard(RecordRepairedV1, recordId, 2);
    expect(events).toHaveLength(2);
    const { causes, ...again } = events[1]?.data ?? {};
    expect({ ...first?.data, causes: undefined }).toEqual({ ...again, causes: undefined });
    expect(causes).toHaveLength(2);
  });
});

describe('the end of publicity', () => {
  test('comes by itself at the first moment after the last day', async () => {
    const { recordId, creditCode } = await aStandingPenalty({ creditCode: aCode(329), decidedOn: '2026/04/30' });
    const licence = aLicence({ creditCode, validUntil: '2027/04/30' });
    const { body } = await registry.submit('licence', licence);
    await registry.setTime('2027-04-30T23:59:00+08:00');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const early = registry.service.neighbour.received(RecordExpiredV1).filter(({ key }) => key === creditCode);
    expect(early).toEqual([]);
    await registry.setTime('2027-05-01T00:00:00+08:00');
    const [expired] = await heard(RecordExpiredV1, recordId);
    expect(expired?.data).toMatchObject({
      version: 2,
      on: '2027-04-30',
      ended: ['shown', 'shared', 'counted'],
      entries: ['publicity.general.2026', 'maximum-ends.2026'],
    });
    await heard(RecordExpiredV1, body.record.recordId);
    const { body: idle } = await registry.service.request<{ reasons: string[] }>('GET', '/api/v1/operations/idle', {
      as: { role: 'administrator' },
    });
    expect(idle.reasons.filter((reason) => reason.includes('timers'))).toEqual([]);
  });

  test('is counted in the status of the service', async () => {
    const { body } = await registry.service.request<{ counts: Record<string, number> }>('GET', '/api/v1/operations/status', {
      as: { role: 'administrator' },
    });
    expect(body.counts).toMatchObject({ subjects: 31, records: expect.any(Number), unfinishedBatches: 0 });
  });
});

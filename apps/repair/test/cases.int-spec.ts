import {
  accessContract,
  CaseAcceptedV1,
  CaseApprovedV1,
  CaseFiledV1,
  CaseNotAcceptedV1,
  CasePreCheckedV1,
  CaseRefusedV1,
  CaseWithdrawnV1,
  RecordAnnulledV1,
  RecordCollectedV1,
  RecordFulfilledV1,
  sampleOf,
} from '@chengxin/contracts';
import { uuidv7 } from '@chengxin/platform';
import { eventually } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type CaseView, type WorkListPage } from '../src/cases/dto/case.view.js';
import { type EligibilityView } from '../src/eligibility/eligibility.view.js';
import { COMMITMENT, CONTACT, FULFILMENT, OTHER_UNIT, RepairUnderTest, TODAY, UNIT } from './repair-under-test.js';

jest.setTimeout(60_000);

let repair: RepairUnderTest;
beforeAll(async () => {
  repair = await RepairUnderTest.start();
});
afterAll(() => repair?.close());

const announced = async <T extends { caseId: string }>(contract: Parameters<typeof sampleOf<T>>[0], { caseId }: Pick<CaseView, 'caseId'>) =>
  eventually(() => repair.neighbour.received(contract).find(({ data }) => data.caseId === caseId), `${contract.type} of the case`);
const looksAt = (code: string) =>
  repair.neighbour.received(accessContract('repair')).flatMap(({ key, data }) => (key === code ? [data] : []));
const filingFor = (recordId: string, commitment: object = COMMITMENT) => ({ recordId, commitment, contact: CONTACT });

describe('what can be repaired', () => {
  test('is answered for each record, with conditions, also before the register entry has arrived', async () => {
    const code = repair.newEnterprise();
    const served = await repair.collect(code);
    const running = await repair.collect(code, {
      decidedOn: '2026-07-01',
      documentNumber: '澄市监罚〔2026〕99号',
      publicity: { ...served.publicity, minimumUntil: '2026-10-01' },
    });
    const ask = () => repair.agent(code).get<EligibilityView>(`/subjects/${code}/repair-eligibility`);
    const before = await ask();
    expect(before).toMatchObject({ status: 200, body: { creditCode: code, on: TODAY } });
    expect(before.body.name).toBeUndefined();
    expect(before.body.records.map(({ recordId, answer }) => [recordId, answer])).toEqual([
      [running.recordId, { notBefore: '2026-10-02', workingDays: 51 }],
      [served.recordId, 'now'],
    ]);
    expect(before.body.records[1]?.conditions.map(({ rule, state }) => `${rule} ${state}`)).toEqual([
      'record-repairable met',
      'no-open-case met',
      'publicity-served met',
      'obligations-met unknown',
      'commitment-complete not-met',
    ]);
    await repair.register(code, '澄州市望帆商贸有限公司');
    await eventually(async () => (await ask()).body.name === '澄州市望帆商贸有限公司', 'the enterprise to be named');
    await eventually(async () => !(await ask()).body.behind, 'the copy to be up to date');
    await repair.neighbour.publishBytes(RecordCollectedV1.topic, code, 'no event');
    await eventually(async () => (await ask()).body.behind, 'the copy to be behind what is parked');
  });

  test('is for the enterprise itself and for those in office', async () => {
    const code = repair.newEnterprise();
    const { recordId } = await repair.collect(code);
    const path = `/subjects/${code}/repair-eligibility`;
    const statuses = [
      repair.client().get(path),
      repair.agent(repair.newEnterprise()).get(path),
      repair.client({ role: 'checking-officer', unit: UNIT.code }).get(path),
      repair.reviewer().get(path),
      repair.client({ role: 'centre-reviewer', subject: 'reviewer' }, 'repair-review').get(path),
      repair.client({ role: 'determining-officer', unit: OTHER_UNIT }, 'objection').get(path),
    ];
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([401, 403, 403, 403, 200, 200]);
    await repair.agent(code).get(path);
    const looks = await eventually(() => (looksAt(code).length >= 2 ? looksAt(code) : undefined), 'both looks to be recorded');
    expect(looks.map(({ purpose }) => purpose).sort()).toEqual(['objection', 'repair-review']);
    expect(looks[0]).toMatchObject({ what: 'repair-eligibility', shown: [{ kind: 'record', id: recordId, version: 1 }] });
    const closed = await repair.collect(code, { openness: 'authorised', documentNumber: '澄市监罚〔2026〕98号' });
    const own = await repair.agent(code).get<EligibilityView>(path);
    expect(own.body.records.map(({ recordId }) => recordId)).toContain(closed.recordId);
    const foreign = await repair.client({ role: 'determining-officer', unit: OTHER_UNIT }, 'objection').get<EligibilityView>(path);
    expect(foreign.body.records.map(({ recordId }) => recordId)).not.toContain(closed.recordId);
    const unknown = repair.newEnterprise();
    expect((await repair.agent(unknown).get(`/subjects/${unknown}/repair-eligibility`)).status).toBe(404);
  });
});

describe('filing', () => {
  test('gives a case with its place and its tag, once for one key, and keeps the contact to itself', async () => {
    const code = repair.newEnterprise();
    const { recordId } = await repair.collect(code);
    const key = { 'idempotency-key': uuidv7() };
    const first = await repair.agent(code).post<CaseView>('/repair-cases', filingFor(recordId), key);
    const again = await repair.agent(code).post<CaseView>('/repair-cases', filingFor(recordId), key);
    const { caseId } = first.body;
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/api/v1/repair-cases/${caseId}`);
    expect([first.headers.get('etag'), again.headers.get('etag')]).toEqual(['"1"', '"1"']);
    expect(again.body.caseId).toBe(caseId);
    expect(first.body).toMatchObject({
      status: 'filed',
      clocks: { city: { state: 'running', dueOn: '2026-07-22' }, legal: { dueOn: '2026-07-24' }, overall: { dueOn: '2026-08-04' } },
      next: [
        { action: 'pre-check', by: 'centre' },
        { action: 'withdraw', by: 'applicant' },
      ],
    });
    expect(first.body).not.toHaveProperty('contact');
    expect((await repair.agent(code).get<CaseView>(`/repair-cases/${caseId}`)).body.contact).toEqual(CONTACT);
    const event = await announced(CaseFiledV1, first.body);
    expect(event).toMatchObject({ key: code, actor: 'agent', data: { recordId, filedOn: TODAY, determiningUnit: UNIT, minor: false } });
    expect(JSON.stringify(event)).not.toContain(CONTACT.telephone);
    const { rows } = await repair.run('select event::text || actor::text as row from case_events where case_id = $1', [caseId]);
    expect(JSON.stringify(rows)).not.toContain(CONTACT.name);
  });

  test('masks identity and telephone numbers in free text', async () => {
    const code = repair.newEnterprise();
    const { recordId } = await repair.collect(code);
    const content = '已改正，联系电话 13800138000';
    const { body } = await repair.agent(code).post<CaseView>('/repair-cases', filingFor(recordId, { ...COMMITMENT, content }));
    expect(body.commitment.content).not.toContain('13800138000');
  });

  test('is refused with its reason in both languages', async () => {
    const code = repair.newEnterprise();
    const { recordId } = await repair.collect(code);
    const agent = repair.agent(code);
    const incomplete = await agent.post('/repair-cases', filingFor(recordId, { matter: '信用修复' }));
    expect(incomplete).toMatchObject({ status: 422, body: { type: '/problems/repair.commitment-incomplete' } });
    expect(incomplete.body).toMatchObject({
      missing: ['content', 'liability', 'madeOn', 'openness'],
      texts: { zh: expect.any(String), en: expect.any(String) },
    });
    const stranger = await repair.agent(repair.newEnterprise()).post('/repair-cases', filingFor(recordId));
    expect(stranger).toMatchObject({ status: 404, body: { type: '/problems/repair.record-unknown' } });
    expect(await agent.post('/repair-cases', filingFor(uuidv7()))).toMatchObject({
      status: 404,
      body: { type: '/problems/repair.record-unknown' },
    });
    const early = await repair.collect(code, { publicity: { ...sampleOf(RecordFulfilledV1).data.publicity, minimumUntil: TODAY } });
    const running = await agent.post('/repair-cases', filingFor(early.recordId));
    expect(running).toMatchObject({ status: 422, body: { type: '/problems/repair.publicity-running', notBefore: '2026-07-22' } });
    const { caseNumber } = await repair.file(code, recordId);
    expect(await agent.post('/repair-cases', filingFor(recordId))).toMatchObject({ status: 409, body: { caseNumber } });
    const shapeless = await agent.post('/repair-cases', { recordId: 'x', commitment: { madeOn: '2026-02-30' }, contact: CONTACT });
    expect(shapeless).toMatchObject({ status: 400, body: { errors: [{ pointer: '/recordId' }, { pointer: '/commitment/madeOn' }] } });
  });
});

describe('the steps', () => {
  test('lead to the approval, each announced', async () => {
    const approved = await repair.approved();
    expect(approved).toMatchObject({ status: 'approved', version: 4, clocks: { city: { state: 'kept' }, legal: { state: 'kept' } } });
    expect((await announced(CasePreCheckedV1, approved)).data).toMatchObject({
      forwardedTo: UNIT,
      dueOn: { city: '2026-07-22', legal: '2026-07-24' },
    });
    expect((await announced(CaseAcceptedV1, approved)).data).toMatchObject({ acceptedOn: TODAY, decisionDueOn: '2026-07-30' });
    const event = await announced(CaseApprovedV1, approved);
    expect(event.data).toMatchObject({ approvedOn: TODAY, fulfilment: FULFILMENT, unit: UNIT, ground: 'publicity-served' });
  });

  test('need the version they are based on', async () => {
    const kase = await repair.accepted();
    const path = `/repair-cases/${kase.caseId}/approval`;
    expect((await repair.officer().post(path, { fulfilment: FULFILMENT })).status).toBe(428);
    expect((await repair.officer().step({ ...kase, version: 1 }, 'approval', { fulfilment: FULFILMENT })).status).toBe(412);
  });

  test('of two officers who decide at once one wins, the other is told', async () => {
    const kase = await repair.accepted();
    const decisions = [
      repair.officer().step(kase, 'approval', { fulfilment: FULFILMENT }),
      repair.officer().step(kase, 'refusal', { reason: '义务未履行', article: '信用修复管理办法 第三章' }),
    ];
    const statuses = (await Promise.all(decisions)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 412]);
  });

  test('are those of the right party, in the right status', async () => {
    const kase = await repair.accepted();
    const approval = { fulfilment: FULFILMENT };
    expect(await repair.officer(OTHER_UNIT).step(kase, 'approval', approval)).toMatchObject({
      status: 404,
      body: { type: '/problems/repair.case-unknown' },
    });
    expect((await repair.reviewer().step(kase, 'approval', approval)).status).toBe(403);
    expect((await repair.agent(repair.newEnterprise()).step(kase, 'withdrawal')).status).toBe(404);
    const again = await repair.reviewer().step<Record<string, unknown>>(kase, 'pre-check', { note: '再次' });
    expect(again).toMatchObject({ status: 409, body: { status: 409, action: 'pre-check', allowed: ['approve', 'refuse', 'withdraw'] } });
    expect((await repair.officer().step({ caseId: uuidv7(), version: 1 }, 'approval', approval)).status).toBe(404);
  });

  test('end without approval: not accepted, refused, withdrawn', async () => {
    const code = repair.newEnterprise();
    const filed = await repair.file(code, (await repair.collect(code)).recordId);
    const { body: checked } = await repair.reviewer().step(filed, 'pre-check', { note: '转办' });
    expect((await repair.officer().step(checked, 'acceptance', { accepted: false })).status).toBe(400);
    const declined = await repair.officer().step(checked, 'acceptance', { accepted: false, reason: '材料不全' });
    expect(declined.body.status).toBe('not-accepted');
    expect((await announced(CaseNotAcceptedV1, declined.body)).data.reason).toBe('材料不全');
    const anew = await repair.file(code, filed.recordId);
    const withdrawn = await repair.agent(code).step(anew, 'withdrawal');
    expect((await announced(CaseWithdrawnV1, withdrawn.body)).data).toMatchObject({ withdrawnOn: TODAY, reason: '申请人撤回' });
    const why = { reason: '义务未履行', article: '信用修复管理办法 第三章' };
    const refused = await repair.officer().step(await repair.accepted(), 'refusal', why);
    expect((await announced(CaseRefusedV1, refused.body)).data).toMatchObject({ ...why, refusedOn: TODAY });
  });

  test('approve only what is fulfilled, stated by the officer or a fact of the record', async () => {
    const kase = await repair.accepted();
    expect(await repair.officer().step(kase, 'approval')).toMatchObject({
      status: 422,
      body: { type: '/problems/repair.obligations-open', reason: 'unknown' },
    });
    const fact = { ...sampleOf(RecordFulfilledV1).data, creditCode: kase.creditCode, recordId: kase.recordId, version: 2 };
    await repair.neighbour.publish(RecordFulfilledV1, kase.creditCode, fact);
    await eventually(async () => (await repair.officer().step(kase, 'approval')).status === 200, 'the fulfilment to count');
    expect((await announced(CaseApprovedV1, kase)).data.fulfilment).toEqual({
      fulfilledOn: fact.fulfilledOn,
      what: fact.what,
      proof: fact.proof,
    });
  });

  test('do not approve the repair of a record that was annulled meanwhile', async () => {
    const kase = await repair.accepted();
    const { creditCode, recordId } = kase;
    await repair.neighbour.publish(RecordAnnulledV1, creditCode, { ...sampleOf(RecordAnnulledV1).data, creditCode, recordId, version: 2 });
    const tried = () => repair.officer().step<Record<string, unknown>>({ ...kase, version: kase.version }, 'approval', {});
    await eventually(async () => (await tried()).body['type'] === '/problems/repair.record-not-repairable', 'the annulment to count');
  });
});

describe('the work list', () => {
  test('gives everyone the cases they may see, those with the least time left first, page by page', async () => {
    const code = repair.newEnterprise();
    const records = [
      await repair.collect(code),
      await repair.collect(code),
      await repair.collect(code, { authority: { code: OTHER_UNIT, name: '另一局' } }),
    ];
    const cases: CaseView[] = [];
    for (const { recordId } of records) cases.push(await repair.file(code, recordId));
    await repair.reviewer().step(cases[0]!, 'pre-check', { note: '转办' });
    const first = await repair.agent(code).get<WorkListPage>('/repair-cases?limit=2');
    const second = await repair.agent(code).get<WorkListPage>(`/repair-cases?limit=2&after=${first.body.next}`);
    const lines = [...first.body.items, ...second.body.items];
    expect(lines.map(({ caseId, dueOn, workingDaysLeft }) => [caseId, dueOn, workingDaysLeft])).toEqual([
      [cases[1]!.caseId, '2026-07-22', 1],
      [cases[2]!.caseId, '2026-07-22', 1],
      [cases[0]!.caseId, '2026-07-24', 3],
    ]);
    expect(second.body.next).toBeUndefined();
    const theirs = await repair.officer(OTHER_UNIT).get<WorkListPage>('/repair-cases');
    expect(theirs.body.items.map(({ caseId }) => caseId)).toEqual([cases[2]!.caseId]);
    expect((await repair.officer(OTHER_UNIT).get(`/repair-cases/${cases[0]!.caseId}`)).status).toBe(404);
    const auditor = repair.client({ role: 'auditor' }, 'audit');
    const all = await auditor.get<WorkListPage>('/repair-cases?limit=200&status=pre-checked');
    expect(all.body.items.map(({ caseId }) => caseId)).toContain(cases[0]!.caseId);
    expect((await repair.agent(code).get('/repair-cases?after=nonsense')).status).toBe(400);
    expect((await auditor.get(`/repair-cases/${cases[1]!.caseId}`)).status).toBe(200);
    for (const path of ['/repair-cases', `/repair-cases/${cases[0]!.caseId}`, `/repair-cases/${uuidv7()}`]) {
      const refused = await repair.client({ role: 'regulator' }).get(path);
      expect(refused).toMatchObject({ status: 403, body: { type: '/problems/access.purpose-needed', purposes: expect.any(Array) } });
    }
    const looks = await eventually(
      () => (looksAt(code).length >= 2 ? looksAt(code) : undefined),
      'the looks of the auditor to be recorded',
    );
    const shown = cases.map(({ caseId }, n) => ({ kind: 'repair-case', id: caseId, version: n === 0 ? 2 : 1 }));
    expect(looks.map(({ what, shown: things }) => [what, things])).toEqual([
      ['repair-cases', [shown[0]]],
      ['repair-case', [shown[1]]],
    ]);
  });
});

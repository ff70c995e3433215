import {
  accessContract,
  CheckAnsweredV1,
  RatingReviewedV1,
  RecordAnnulledV1,
  RecordCollectedV1,
  RecordRepairedV1,
  CaseEffectsAwaitedV1,
  sampleOf,
  SubjectRegisteredV1,
  SuggestionsReviewedV1,
} from '@chengxin/contracts';
import { completeCreditCode, localDate, startOfDay } from '@chengxin/kernel';
import { Clock, uuidv7 } from '@chengxin/platform';
import { eventually, startService, type TestService } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type AnswerDto } from '../src/checks/dto/answer.dto.js';
import { migrations } from '../src/migrations/index.js';
import { VerificationModule } from '../src/verification.module.js';

const TODAY = localDate('2026-05-12');
const OFFICER = { role: 'checking-officer' as const, subject: 'buyer', unit: '11429500011265434E' };
const STRANGER = { role: 'checking-officer' as const, subject: 'other', unit: '11429500MB1A000288' };

let verification: TestService;
let serial = 0;

beforeAll(async () => {
  verification = await startService({ service: 'verification', module: VerificationModule, migrations });
  const { neighbour, app } = verification;
  await neighbour.setBusinessTime(new Date(startOfDay(TODAY).getTime() + 9 * 3_600_000));
  await eventually(() => app.get(Clock).today() === TODAY, `it to be ${TODAY}`);
  await neighbour.beatFor(['registry']);
}, 60_000);
afterAll(() => verification?.close());

const newEnterprise = (): string => completeCreditCode('91', '429502', `MA5Y${String((serial += 1)).padStart(4, '0')}`);

async function register(creditCode: string, changes: Partial<SubjectRegisteredV1> = {}): Promise<void> {
  await verification.neighbour.publish(SubjectRegisteredV1, creditCode, { ...sampleOf(SubjectRegisteredV1).data, creditCode, ...changes });
}

async function collect(creditCode: string, changes: Partial<RecordCollectedV1> = {}): Promise<RecordCollectedV1> {
  const record = { ...sampleOf(RecordCollectedV1).data, recordId: uuidv7(), creditCode, ...changes };
  await verification.neighbour.publish(RecordCollectedV1, creditCode, record);
  return record;
}

const question = (creditCode: string, changes: object = {}) => ({
  domain: 'government-procurement',
  creditCode,
  purpose: 'award-of-contract',
  caseNumber: '澄采〔2026〕15号',
  ...changes,
});

async function ask(creditCode: string, changes: object = {}): Promise<AnswerDto> {
  const answer = await verification.request<AnswerDto>('POST', '/api/v1/verifications', {
    as: OFFICER,
    body: question(creditCode, changes),
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

const suggested = (creditCode: string, suggestion: string, changes: object = {}): Promise<AnswerDto> =>
  eventually(async () => {
    const answer = await ask(creditCode, changes);
    return answer.suggestion === suggestion ? answer : undefined;
  }, `the suggestion for ${creditCode} to be ${suggestion}`);

async function repair({ creditCode, recordId }: RecordCollectedV1, caseId: string): Promise<string> {
  const data = { ...sampleOf(RecordRepairedV1).data, creditCode, recordId, caseId, version: 2 };
  return (await verification.neighbour.publish(RecordRepairedV1, creditCode, data)).id;
}

async function reviewRating(creditCode: string, caseId: string): Promise<string> {
  const data = { ...sampleOf(RatingReviewedV1).data, creditCode, causes: [{ eventId: uuidv7(), caseId }] };
  return (await verification.neighbour.publish(RatingReviewedV1, creditCode, data)).id;
}

const reviews = (caseId: string) =>
  verification.neighbour.received(SuggestionsReviewedV1).filter(({ data }) => data.causes.some((cause) => cause.caseId === caseId));

describe('a check', () => {
  test('suggests by the domain, with evidence, and is announced', async () => {
    const code = newEnterprise();
    await register(code, { name: '澄州市青梧贸易有限公司' });
    const record = await collect(code, { ratingClass: 'serious' });
    const answer = await suggested(code, 'forbid', { name: '澄州市白桦贸易有限公司' });
    expect(answer).toMatchObject({
      identity: 'name-differs',
      name: '澄州市青梧贸易有限公司',
      hits: expect.arrayContaining([expect.objectContaining({ recordId: record.recordId, rule: 'serious-penalty' })]),
      answeredOn: TODAY,
      validUntil: '2026-05-27',
    });
    expect(answer.evidenceDigest).toMatch(/^[0-9a-f]{64}$/);
    const event = await eventually(
      () => verification.neighbour.received(CheckAnsweredV1).find(({ data }) => data.number === answer.number),
      'the check to be announced',
    );
    expect(event.data).toMatchObject({
      evidence: [{ recordId: record.recordId, version: 1 }],
      askedBy: { subject: 'buyer', unit: OFFICER.unit },
    });
    expect((await suggested(code, 'caution', { domain: 'administrative-approval' })).hits).toHaveLength(1);
  });

  test('of a code that nobody registered is unknown, never clear', async () => {
    expect(await ask(newEnterprise())).toMatchObject({ suggestion: 'unknown', because: 'subject-unknown', identity: 'unknown' });
  });

  test('is kept as it was answered, for the unit that asked', async () => {
    const code = newEnterprise();
    await register(code);
    const answer = await suggested(code, 'pass');
    const read = (as: typeof OFFICER) => verification.request('GET', `/api/v1/verifications/${answer.number}`, { as });
    expect((await read(OFFICER)).body).toEqual(answer);
    expect((await read({ ...OFFICER, subject: 'colleague' })).status).toBe(200);
    expect((await read(STRANGER)).status).toBe(404);
  });

  test('is read by those who oversee for a purpose, which is recorded; by the unit that asked for none', async () => {
    const code = newEnterprise();
    await register(code);
    const record = await collect(code, { ratingClass: 'general' });
    const { number } = await suggested(code, 'caution');
    const read = (role: 'regulator' | 'auditor', purpose?: string, path = number) =>
      verification.request('GET', `/api/v1/verifications/${path}`, { as: { role, subject: role }, ...(purpose && { purpose }) });
    for (const path of [number, 'HC00000000']) {
      expect(await read('auditor', undefined, path)).toMatchObject({ status: 403, body: { purposes: [{ code: 'audit' }] } });
    }
    await verification.request('GET', `/api/v1/verifications/${number}`, { as: OFFICER });
    expect((await read('auditor', 'audit')).status).toBe(200);
    const heard = () => verification.neighbour.received(accessContract('verification')).filter(({ key }) => key === code);
    const looks = await eventually(() => (heard().length > 0 ? heard() : undefined), 'the look to be recorded');
    expect(looks.map(({ data }) => data)).toMatchObject([
      {
        what: 'verification',
        lookedBy: { subject: 'auditor', role: 'auditor' },
        shown: [
          { kind: 'answer', id: number },
          { kind: 'record', id: record.recordId, version: 1 },
        ],
      },
    ]);
  });

  test.each([
    ['a wrong code', { creditCode: '91429500MA1A00008X' }, 422, { type: '/problems/credit-code.check', position: 18 }],
    ['an unknown domain', { domain: 'astrology' }, 422, { type: '/problems/verification.domain-unknown' }],
    ['no purpose', { purpose: '' }, 400, { errors: [expect.objectContaining({ pointer: '/purpose' })] }],
  ])('with %s is refused and says why', async (_, changes, status, said) => {
    const body = question('91429500MA1A00008U', changes);
    expect(await verification.request('POST', '/api/v1/verifications', { as: OFFICER, body })).toMatchObject({ status, body: said });
  });

  test('is for those the domain is open to', async () => {
    const as = { role: 'enterprise-agent' as const, enterprises: ['91429500MA1A00008U'] };
    expect((await verification.request('POST', '/api/v1/verifications', { as, body: question('91429500MA1A00008U') })).status).toBe(403);
    expect((await verification.request('POST', '/api/v1/verifications', { body: question('91429500MA1A00008U') })).status).toBe(401);
  });

  test('is unknown while nothing is heard from registry, and clear again afterwards', async () => {
    const code = newEnterprise();
    await register(code);
    await suggested(code, 'pass');
    await verification.neighbour.beatFor([]);
    expect(await suggestedAfterSilence(code)).toMatchObject({ suggestion: 'unknown', because: 'behind' });
    await verification.neighbour.beatFor(['registry']);
    await suggested(code, 'pass');
  }, 30_000);
});

const suggestedAfterSilence = (code: string): Promise<AnswerDto> =>
  eventually(
    async () => {
      const answer = await ask(code);
      return answer.suggestion === 'unknown' ? answer : undefined;
    },
    'the copy to be behind',
    15_000,
  );

describe('while an event is parked', () => {
  const unknown = (code: string) =>
    eventually(async () => {
      const answer = await ask(code);
      return answer.suggestion === 'unknown' ? answer : undefined;
    }, 'the check to be unknown');

  test('here, a check of its enterprise is unknown, of others not', async () => {
    const [parked, other] = [newEnterprise(), newEnterprise()];
    await Promise.all([register(parked), register(other)]);
    await suggested(parked, 'pass');
    await verification.neighbour.publishBytes(RecordCollectedV1.topic, parked, 'no event');
    expect(await unknown(parked)).toMatchObject({ because: 'parked', hits: [] });
    await suggested(other, 'pass');
  });

  test.each([
    ['its enterprise', (code: string) => [code], 'pass'],
    ['all, when the topic is named', () => ['*'], 'unknown'],
  ])('at registry, a check is unknown of %s', async (_, keys, others) => {
    const [named, other] = [newEnterprise(), newEnterprise()];
    await Promise.all([register(named), register(other)]);
    await suggested(named, 'pass');
    await suggested(other, 'pass');
    await verification.neighbour.beatFor(['registry'], { parked: { 'credit.repair.cases': keys(named) } });
    expect(await unknown(named)).toMatchObject({ because: 'parked' });
    expect((await ask(other)).suggestion).toBe(others);
    await verification.neighbour.beatFor(['registry']);
    await suggested(named, 'pass');
  });
});

test('a check is unknown while the copies are rebuilt', async () => {
  const code = newEnterprise();
  await register(code);
  await suggested(code, 'pass');
  const service = new pg.Client({ connectionString: verification.database?.url });
  await service.connect();
  // one that waits for an event that nobody sends
  await service.query(`insert into rebuilds (by, level, ends) values ('operator', 0, '{"credit.registry.records": {"0": "1000000"}}')`);
  await eventually(async () => (await ask(code)).because === 'rebuilding', 'the check to be unknown');
  expect(await ask(code)).toMatchObject({ suggestion: 'unknown', because: 'rebuilding', hits: [] });
  await service.query(`update rebuilds set state = 'failed', reason = 'given up', ended_at = clock_timestamp()`);
  await service.end();
  await suggested(code, 'pass');
}, 30_000);

describe('the review after a repair', () => {
  test.each([
    ['the record before the rating', true],
    ['the rating before the record', false],
  ])('is announced once both are here: %s', async (_, recordFirst) => {
    const code = newEnterprise();
    const caseId = uuidv7();
    await register(code);
    const record = await collect(code, { ratingClass: 'general' });
    await suggested(code, 'caution');
    const halves = [() => repair(record, caseId), () => reviewRating(code, caseId)];
    for (const half of recordFirst ? halves : halves.toReversed()) await half();
    const event = await eventually(() => reviews(caseId)[0], 'the suggestions to be reviewed');
    expect(event.data.domains).toHaveLength(10);
    expect(event.data.domains).toContainEqual({ domain: 'government-procurement', before: 'caution', after: 'pass' });
    expect(event.data.changed).toBe(true);
    await suggested(code, 'pass');
  });

  test('is announced also when nothing changed, and again when it is asked for', async () => {
    const code = newEnterprise();
    const caseId = uuidv7();
    const record = await collect(code, { decidedOn: '2020-01-06' });
    await repair(record, caseId);
    await reviewRating(code, caseId);
    const first = await eventually(() => reviews(caseId)[0], 'the suggestions to be reviewed');
    expect(first.data.changed).toBe(false);
    const awaited = { ...sampleOf(CaseEffectsAwaitedV1).data, caseId, creditCode: code, recordId: record.recordId };
    await verification.neighbour.publish(CaseEffectsAwaitedV1, code, { ...awaited, missing: ['suggestions-reviewed'] });
    await eventually(() => reviews(caseId).length === 2, 'the review to be announced again');
    expect(reviews(caseId)[1]?.data.domains).toEqual(first.data.domains);
  });

  test('tells departments of an annulment that moves a suggestion', async () => {
    const code = newEnterprise();
    await register(code);
    const { recordId } = await collect(code, { ratingClass: 'serious' });
    await suggested(code, 'forbid');
    const data = { ...sampleOf(RecordAnnulledV1).data, creditCode: code, recordId, version: 2 };
    await verification.neighbour.publish(RecordAnnulledV1, code, data);
    const event = await eventually(
      () => verification.neighbour.received(SuggestionsReviewedV1).find((each) => each.key === code),
      'the suggestions to be reviewed',
    );
    expect(event.data.domains).toContainEqual({ domain: 'government-procurement', before: 'forbid', after: 'pass' });
    await suggested(code, 'pass');
  });
});

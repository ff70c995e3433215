import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  accessContract,
  ClockAdvancedV1,
  RatingAssignedV1,
  RatingReviewedV1,
  RecordAnnulledV1,
  RecordCollectedV1,
  RecordCorrectedV1,
  RecordFulfilledV1,
  RecordWithdrawnV1,
  sampleOf,
} from '@chengxin/contracts';
import type { LocalDate } from '@chengxin/kernel';
import { type Facts, rate, type RatingModel } from '@chengxin/rating';
import { CASE_NUMBER, eventually, startService, type TestService } from '@chengxin/testing';
import { DataSource } from 'typeorm';
import { migrations } from '../src/migrations/index.js';
import { RatingModule } from '../src/rating.module.js';
import { Enterprise, inDays, TODAY } from './given.js';

let service: TestService;

beforeAll(async () => {
  service = await startService({ service: 'rating', module: RatingModule, migrations });
  await service.neighbour.beatFor(['registry']);
}, 60_000);

afterAll(() => service.close(), 30_000);

const anEnterprise = () => new Enterprise(service.neighbour);
const show = (code: string, role: 'regulator' | 'auditor' = 'regulator') =>
  service.request<{ grade: string; score: number; version: number; asOf?: string; behind: boolean }>(
    'GET',
    `/api/v1/subjects/${code}/rating`,
    { as: { role }, purpose: role === 'auditor' ? 'audit' : 'supervision' },
  );
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => service.app.get(DataSource).query(text, values);

/** Waits until the enterprise's last announced rating has this score. */
const scored = (enterprise: Enterprise, score: number) =>
  eventually(() => {
    const last = enterprise.heard(RatingAssignedV1).at(-1);
    return last?.score === score ? last : undefined;
  }, `the score of ${enterprise.code} to become ${score}`);

const reviewed = (enterprise: Enterprise, count = 1) =>
  eventually(() => {
    const reviews = enterprise.heard(RatingReviewedV1);
    return reviews.length >= count ? reviews : undefined;
  }, `${count} reviews of ${enterprise.code}`);

/** An enterprise that is registered, and rated for that alone. */
async function aRatedEnterprise(): Promise<Enterprise> {
  const enterprise = anEnterprise();
  await enterprise.registered();
  await scored(enterprise, 850);
  return enterprise;
}

/** Lets everything before pass: another enterprise is rated, and a heartbeat goes by. */
async function settled(): Promise<void> {
  await aRatedEnterprise();
  await new Promise((resolve) => setTimeout(resolve, 300));
}

describe('an enterprise', () => {
  test('is rated when it is registered, and when a penalty comes', async () => {
    const enterprise = anEnterprise();
    const registered = await enterprise.registered();
    const first = await scored(enterprise, 850);
    expect(first).toMatchObject({
      grade: 'A',
      scale: 'national-2026',
      maximum: 1000,
      ratedOn: TODAY,
      causes: [{ eventId: registered.id }],
    });
    expect(first.previousGrade).toBeUndefined();

    const fined = await enterprise.fined();
    const second = await scored(enterprise, 760);
    const { recordId } = fined.data;
    expect(second).toMatchObject({ grade: 'B', previousGrade: 'A', causes: [{ eventId: fined.id, recordId }] });
    expect(second.contributions).toEqual([
      { indicator: 'starting-points', points: 850, recordIds: [], entry: 'comprehensive-2026.1/starting-points' },
      { indicator: 'general-penalties', points: -90, recordIds: [recordId], entry: 'comprehensive-2026.1/general-penalties' },
    ]);
  });

  test('is rated the same when its record overtakes its registration', async () => {
    const enterprise = anEnterprise();
    await enterprise.fined();
    await settled();
    expect(enterprise.heard(RatingAssignedV1)).toEqual([]);
    expect((await show(enterprise.code)).status).toBe(404);
    await enterprise.registered();
    expect(await scored(enterprise, 760)).toMatchObject({ grade: 'B' });
    expect(enterprise.heard(RatingAssignedV1)).toHaveLength(1);
  });

  test('is announced anew only when its rating says something else', async () => {
    const enterprise = await aRatedEnterprise();
    const { data } = await enterprise.fined();
    await scored(enterprise, 760);
    await enterprise.publish(RecordFulfilledV1, { recordId: data.recordId, version: 2, publicity: data.publicity });
    await settled();
    expect(enterprise.heard(RatingAssignedV1)).toHaveLength(2);
    await enterprise.publish(RecordCorrectedV1, { ...data, version: 3, ratingClass: 'serious' });
    expect(await scored(enterprise, 630)).toMatchObject({ grade: 'C', previousGrade: 'B' });
  });

  test('is rated once for an event that comes twice', async () => {
    const enterprise = await aRatedEnterprise();
    const fined = await enterprise.fined();
    await service.neighbour.publishBytes('credit.registry.records', enterprise.code, JSON.stringify({ ...fined, sequence: '1' }));
    await scored(enterprise, 760);
    await settled();
    expect(enterprise.heard(RatingAssignedV1)).toHaveLength(2);
  });
});

describe('an ending of a record is always answered', () => {
  test('repair raises the score, and the answer names the event and its case', async () => {
    const enterprise = await aRatedEnterprise();
    const { data } = await enterprise.fined();
    await scored(enterprise, 760);
    const caseId = randomUUID();
    const repaired = await enterprise.repaired(data.recordId, caseId);
    const [review] = await reviewed(enterprise);
    expect(review).toMatchObject({
      causes: [{ eventId: repaired.id, caseId, recordId: data.recordId }],
      before: { grade: 'B', score: 760 },
      after: { grade: 'A', score: 850 },
      changed: true,
      reviewedOn: TODAY,
    });
    expect(await scored(enterprise, 850)).toMatchObject({ grade: 'A', previousGrade: 'B' });
  });

  test('and given again when its case still waits for it', async () => {
    const enterprise = await aRatedEnterprise();
    const { data } = await enterprise.fined();
    const caseId = randomUUID();
    const repaired = await enterprise.repaired(data.recordId, caseId);
    const [first] = await reviewed(enterprise);
    const awaited = await enterprise.awaited(data.recordId, caseId);
    const [, again] = await reviewed(enterprise, 2);
    const { causes: _c, knownAt: _k, ...finding } = first!;
    expect(again).toMatchObject({
      ...finding,
      causes: [
        { eventId: repaired.id, caseId, recordId: data.recordId },
        { eventId: awaited.id, caseId, recordId: data.recordId },
      ],
    });
    await enterprise.awaited(data.recordId, randomUUID());
    await settled();
    expect(enterprise.heard(RatingReviewedV1)).toHaveLength(2);
  });

  test('without a new rating when nothing changed, as after the maximum had passed', async () => {
    const enterprise = anEnterprise();
    await enterprise.registered();
    const { data } = await enterprise.fined({}, inDays(-1));
    await scored(enterprise, 850);
    await enterprise.repaired(data.recordId, randomUUID());
    const [review] = await reviewed(enterprise);
    expect(review).toMatchObject({ before: { grade: 'A', score: 850 }, after: { grade: 'A', score: 850 }, changed: false });
    expect(enterprise.heard(RatingAssignedV1)).toHaveLength(1);
  });

  test('once its enterprise is known, when the repair overtakes the registration', async () => {
    const enterprise = anEnterprise();
    const { data } = await enterprise.fined();
    const caseId = randomUUID();
    const repaired = await enterprise.repaired(data.recordId, caseId);
    await enterprise.awaited(data.recordId, caseId);
    await settled();
    expect(enterprise.heard(RatingReviewedV1)).toEqual([]);
    await enterprise.registered();
    const [review] = await reviewed(enterprise);
    expect(review).toMatchObject({ causes: [{ eventId: repaired.id, caseId }], after: { grade: 'A', score: 850 } });
    expect(review?.before).toBeUndefined();
    await settled();
    expect(enterprise.heard(RatingReviewedV1)).toHaveLength(1);
  });

  test.each([
    ['withdrawal', RecordWithdrawnV1],
    ['annulment', RecordAnnulledV1],
  ])('after its %s too', async (_, contract) => {
    const enterprise = await aRatedEnterprise();
    const { data } = await enterprise.fined();
    await scored(enterprise, 760);
    const ended = await enterprise.ended(contract, data.recordId);
    const [review] = await reviewed(enterprise);
    expect(review).toMatchObject({ causes: [{ eventId: ended.id, recordId: data.recordId }], after: { score: 850 }, changed: true });
  });
});

describe('the rating of an enterprise', () => {
  test('is shown to itself and to the authorities, as of the watermark, with an entity tag', async () => {
    const enterprise = await aRatedEnterprise();
    const answer = await eventually(async () => {
      const shown = await show(enterprise.code);
      return shown.body.behind ? undefined : shown;
    }, 'a rating that is not behind');
    expect(answer.body).toMatchObject({ creditCode: enterprise.code, grade: 'A', score: 850, version: 1, asOf: expect.any(String) });
    expect(answer.headers.get('etag')).toBe('"1"');
    const again = await service.request('GET', `/api/v1/subjects/${enterprise.code}/rating`, {
      as: { role: 'auditor' },
      purpose: 'audit',
      headers: { 'if-none-match': '"1"' },
    });
    expect(again.status).toBe(304);
    await service.neighbour.publishBytes(RecordCollectedV1.topic, enterprise.code, 'no event');
    await eventually(async () => (await show(enterprise.code)).body.behind, 'the rating to be behind what is parked');
    const agent = { role: 'enterprise-agent' as const, enterprises: [enterprise.code] };
    expect((await service.request('GET', `/api/v1/subjects/${enterprise.code.toLowerCase()}/rating`, { as: agent })).status).toBe(200);
  });

  test.each([
    ['the public', undefined, 401],
    ['another enterprise', { role: 'enterprise-agent' as const, enterprises: [] }, 403],
    ['a determining officer', { role: 'determining-officer' as const }, 403],
    ["a department's machine", { role: 'department-client' as const }, 403],
  ])('is not shown to %s', async (_, as, status) => {
    const { code } = anEnterprise();
    expect((await service.request('GET', `/api/v1/subjects/${code}/rating`, { as })).status).toBe(status);
  });

  test('is looked at for a purpose, and each look is recorded with the rating and the records of its reasons', async () => {
    const enterprise = await aRatedEnterprise();
    const { data } = await enterprise.fined();
    await eventually(async () => (await show(enterprise.code)).body.score < 850, 'the penalty to be weighed');
    const path = `/api/v1/subjects/${enterprise.code}/rating`;
    const refused = await service.request<{ purposes: object[] }>('GET', path, { as: { role: 'auditor' } });
    expect(refused).toMatchObject({ status: 403, body: { type: '/problems/access.purpose-needed' } });
    expect(refused.body.purposes).toEqual([{ code: 'audit', zh: '审计监督', en: 'Audit' }]);
    expect((await service.request('GET', path, { as: { role: 'regulator' }, purpose: 'own-consent' })).status).toBe(400);
    const agent = { role: 'enterprise-agent' as const, enterprises: [enterprise.code] };
    expect((await service.request('GET', path, { as: agent })).status).toBe(200);
    await show(enterprise.code, 'auditor');
    const looks = await eventually(() => {
      const heard = enterprise.heard(accessContract('rating'));
      return heard.some(({ purpose }) => purpose === 'audit') ? heard : undefined;
    }, 'the look of the auditor to be recorded');
    expect(looks.filter(({ lookedBy }) => lookedBy.role !== 'regulator')).toMatchObject([
      {
        what: 'rating',
        lookedBy: { role: 'auditor' },
        caseNumber: CASE_NUMBER,
        shown: [
          { kind: 'rating', id: enterprise.code, version: expect.any(Number) },
          { kind: 'record', id: data.recordId },
        ],
        unnamed: 0,
      },
    ]);
  });

  test('is not found before the first, and not looked for under a wrong code', async () => {
    expect(await show(anEnterprise().code)).toMatchObject({ status: 404, body: { type: '/problems/rating.not-rated' } });
    expect(await show('91429502MA9Y0000XX')).toMatchObject({ status: 400, body: { errors: [{ in: 'path', pointer: '/code' }] } });
  });
});

describe('the history', () => {
  test('computes to the same rating again from its facts, its model and its day', async () => {
    const rows = await sql<{ facts: Facts; model: RatingModel; ratedOn: LocalDate; score: number; grade: string; contributions: unknown }>(
      `select r.facts, m.model, r.rated_on as "ratedOn", r.score, r.grade, r.contributions
         from ratings r join rating_models m on m.id = r.model_id and m.version = r.model_version and m.digest = r.model_digest`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { facts, model, ratedOn, ...stored } of rows) {
      const { score, grade, contributions } = rate(facts, model, ratedOn);
      expect({ score, grade, contributions }).toEqual(stored);
    }
  });

  test.each(['update ratings set score = 1000', 'delete from ratings', 'update rating_models set version = 2'])(
    'refuses: %s',
    async (statement) => {
      await expect(sql(statement)).rejects.toThrow('permission denied');
    },
  );

  test('counts each enterprise once', async () => {
    const [row] = await sql<{ n: number }>('select count(distinct credit_code)::integer as n from ratings');
    const { body } = await service.request<{ counts: unknown }>('GET', '/api/v1/operations/status', { as: { role: 'administrator' } });
    expect(body.counts).toMatchObject({ rated: row?.n });
  });
});

/** Last: it moves business time for the whole file. */
describe('the day after the last a record counts', () => {
  test('the rating changes by itself, and the event that proves it changes nothing more', async () => {
    const enterprise = anEnterprise();
    await enterprise.registered();
    const last = inDays(5);
    const { data } = await enterprise.fined({}, last);
    await scored(enterprise, 760);
    await service.neighbour.publish(ClockAdvancedV1, 'clock', {
      ...sampleOf(ClockAdvancedV1).data,
      offsetSeconds: 5 * 86_400,
      advancedTo: last,
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(enterprise.heard(RatingAssignedV1).at(-1)?.score).toBe(760);
    await service.neighbour.publish(ClockAdvancedV1, 'clock', {
      ...sampleOf(ClockAdvancedV1).data,
      offsetSeconds: 6 * 86_400,
      advancedTo: inDays(6),
    });
    expect(await scored(enterprise, 850)).toMatchObject({ grade: 'A', previousGrade: 'B', ratedOn: inDays(6), causes: [] });

    const expired = await enterprise.expired(data.recordId, last);
    const [review] = await reviewed(enterprise);
    expect(review).toMatchObject({ causes: [{ eventId: expired.id, recordId: data.recordId }], after: { score: 850 }, changed: false });
    expect(enterprise.heard(RatingAssignedV1)).toHaveLength(3);
  });
});

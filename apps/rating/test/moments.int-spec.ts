import { randomUUID } from 'node:crypto';
import { accessContract, RatingAssignedV1, RecordAnnulledV1 } from '@chengxin/contracts';
import { eventually, startService, type TestAnswer, type TestService, type TokenHolder } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrations } from '../src/migrations/index.js';
import { RatingModule } from '../src/rating.module.js';
import type { RatingDto } from '../src/ratings/dto/rating.dto.js';
import { Enterprise, inDays, TODAY } from './given.js';

let service: TestService;

beforeAll(async () => {
  service = await startService({ service: 'rating', module: RatingModule, migrations });
  await service.neighbour.beatFor(['registry']);
}, 60_000);

afterAll(() => service.close(), 30_000);

const itself = ({ code }: Enterprise): TokenHolder => ({ role: 'enterprise-agent', enterprises: [code] });
const OFFICER: TokenHolder = { role: 'checking-officer' };
/** Why somebody looks who is not the enterprise. */
const REASON = { purpose: 'supervision', 'case-number': '2026-17' };

const read = (
  enterprise: Enterprise,
  query: { knownAt: string } | { effectiveAt: string },
  as = itself(enterprise),
): Promise<TestAnswer<RatingDto>> =>
  service.request('GET', `/api/v1/subjects/${enterprise.code}/rating?${new URLSearchParams(query).toString()}`, {
    as,
    ...(as.role !== 'enterprise-agent' && { headers: REASON }),
  });

/** The last rating announced, once it has this score and may be read by its own instant. */
const rated = (enterprise: Enterprise, score: number): Promise<RatingDto> =>
  eventually(async () => {
    const last = enterprise.heard(RatingAssignedV1).at(-1);
    if (last?.score !== score) return undefined;
    const { status, body } = await read(enterprise, { knownAt: last.knownAt });
    return status === 200 ? body : undefined;
  }, `the rating of ${enterprise.code} with ${score} points to be readable`);

describe('the rating of a past moment', () => {
  test('is the one that was known then, with the same digest each time', async () => {
    const enterprise = new Enterprise(service.neighbour);
    await enterprise.registered();
    const first = await rated(enterprise, 850);
    await enterprise.fined();
    const second = await rated(enterprise, 760);
    expect(first.moment).toEqual({ knownAt: first.knownAt, rightsAsOf: TODAY, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const again = (await read(enterprise, { knownAt: first.knownAt })).body;
    expect(again).toMatchObject({ grade: 'A', score: 850, version: 1, moment: first.moment });
    expect(second).toMatchObject({ grade: 'B', version: 2 });
    expect(second.moment?.digest).not.toBe(first.moment?.digest);
    expect((await read(enterprise, { effectiveAt: TODAY })).body).toMatchObject({ version: 2, moment: { effectiveAt: TODAY } });
  });

  test('is not there before the first was known, nor on a day before it', async () => {
    const enterprise = new Enterprise(service.neighbour);
    await enterprise.registered();
    await rated(enterprise, 850);
    for (const query of [{ knownAt: '2026-01-01T00:00:00Z' }, { effectiveAt: inDays(-1) }]) {
      expect(await read(enterprise, query)).toMatchObject({ status: 404, body: { type: '/problems/rating.not-rated-then' } });
    }
  });

  test.each(['repair', 'annulment'])('rests on nothing that is withheld since, but for those who may see that: %s', async (how) => {
    const enterprise = new Enterprise(service.neighbour);
    await enterprise.registered();
    const { data } = await enterprise.fined();
    const fined = await rated(enterprise, 760);
    const then = { knownAt: fined.knownAt };
    expect((await read(enterprise, then, OFFICER)).body).toMatchObject({ score: 760, moment: fined.moment });
    const look = () => enterprise.heard(accessContract('rating')).find(({ knownThen }) => knownThen === then.knownAt);
    await eventually(look, 'the look at that moment to be recorded');
    await (how === 'repair' ? enterprise.repaired(data.recordId, randomUUID()) : enterprise.ended(RecordAnnulledV1, data.recordId));
    const now = await rated(enterprise, 850);
    expect(await read(enterprise, then, OFFICER)).toMatchObject({ status: 404, body: { type: '/problems/rating.not-rated-then' } });
    for (const as of [itself(enterprise), { role: 'regulator' } as const]) {
      expect((await read(enterprise, then, as)).body).toMatchObject({ score: 760, moment: fined.moment });
    }
    expect((await read(enterprise, { knownAt: now.knownAt }, OFFICER)).body.score).toBe(850);
  });

  test('that cannot be read yet is refused, one of the wrong shape with its pointer', async () => {
    const enterprise = new Enterprise(service.neighbour);
    const ahead = await read(enterprise, { knownAt: '2999-01-01T00:00:00Z' });
    expect(ahead).toMatchObject({ status: 422, body: { type: '/problems/moment.not-yet-known', newestAllowed: expect.any(String) } });
    expect(await read(enterprise, { effectiveAt: inDays(1) })).toMatchObject({ status: 422, body: { newestAllowed: TODAY } });
    expect(await read(enterprise, { effectiveAt: 'today' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/effectiveAt' }] },
    });
  });
});

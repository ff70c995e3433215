import { bothOrders, type Holding, rebuiltAgain, rebuiltUnderFlow, settled, startService, type TestService } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrations } from '../src/migrations/index.js';
import { RatingModule } from '../src/rating.module.js';

let rating: TestService;
beforeAll(async () => {
  rating = await startService({ service: 'rating', module: RatingModule, migrations });
}, 60_000);
afterAll(() => rating?.close());

type Said = { type: string; payload: { data: { causes: { eventId: string }[]; previousGrade?: string } } };

/** Over which grades an enterprise came to its rating depends on the order; its rating, and which endings were answered, does not. */
function final({ ratings = [], reviews = [], outbox_events: said = [], ...held }: Holding): Holding {
  const of = (name: string) =>
    (said as Said[]).filter(({ type }) => type === `credit.rating.${name}.v1`).map(({ payload }) => payload.data);
  const answered = of('rating-reviewed').flatMap(({ causes }) => causes);
  return settled({
    ...held,
    ratings: ratings.slice(-1).map((row) => ({ ...row, causes: [] })),
    reviews: reviews.map((row) => ({ ...row, finding: 'finding' in row && row.finding !== null })),
    assigned: of('rating-assigned')
      .slice(-1)
      .map((data) => ({ ...data, causes: [], previousGrade: undefined })),
    answered: [...new Set(answered.map(({ eventId }) => eventId))].map((eventId) => ({ eventId })),
  });
}

test('every pair of topics leaves the same in both orders', async () => {
  for (const { topics, one, other } of await bothOrders(rating, 'rating', { final })) {
    expect({ topics, ...one }).toEqual({ topics, ...other });
    expect(one).toMatchObject({ inbox_entries: expect.anything() });
    expect(one).not.toHaveProperty('parked_events');
  }
}, 60_000);

test('a rebuild mends its copies under flow, and leaves what it owns, knows and has said alone', async () => {
  for (const rebuilt of [() => rebuiltUnderFlow(rating, 'rating'), () => rebuiltAgain(rating)]) {
    const { before, after } = await rebuilt();
    expect(after).toEqual(before);
  }
}, 60_000);

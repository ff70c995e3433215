import { accessContract, RecordCollectedV1, SubjectRegisteredV1 } from '@chengxin/contracts';
import { uuidv7 } from '@chengxin/platform';
import { CASE_NUMBER, eventually, type TestService, type TokenHolder } from '@chengxin/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type NewWebhookView, type WebhookPage } from '../src/webhooks/dto/webhook.view.js';
import { DeliveryUnderTest, DEPARTMENT, SOURCE } from './delivery-under-test.js';
import { Receiver } from './receiver.js';

jest.setTimeout(60_000); // what is waited for comes within 15 s, on a busy machine several times

let delivery: DeliveryUnderTest;
let receiver: Receiver;

beforeAll(async () => {
  delivery = await DeliveryUnderTest.start();
});
afterAll(() => delivery?.service.close());
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(async () => {
  for (const { id } of (await list()).items) await remove(id);
  await receiver.close();
});

async function add(changes: object = {}, as: TokenHolder = DEPARTMENT): Promise<NewWebhookView> {
  const { status, body } = await delivery.service.request<NewWebhookView>('POST', '/api/v1/webhooks', {
    as,
    purpose: 'supervision',
    body: { url: receiver.url, ...changes },
  });
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  receiver.secret = body.secret;
  return body;
}

async function list(as: TokenHolder = DEPARTMENT): Promise<WebhookPage> {
  return (await delivery.service.request<WebhookPage>('GET', '/api/v1/webhooks?limit=200', { as })).body;
}

const remove = (id: string, as: TokenHolder = DEPARTMENT) => delivery.service.request('DELETE', `/api/v1/webhooks/${id}`, { as });

const pushed = (code: string, count: number, timeout = 15_000) =>
  eventually(
    () => {
      const taken = receiver.taken(code);
      return taken.length >= count ? taken : undefined;
    },
    `${count} events about ${code} to be pushed`,
    timeout,
  );

describe('an endpoint', () => {
  test('says its secret once and is listed for its own unit alone', async () => {
    const { id, secret, ...view } = await add({ types: [RecordCollectedV1.type] });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect((await list()).items).toEqual([{ id, ...view }]);
    expect(view).toMatchObject({ url: receiver.url, types: [RecordCollectedV1.type], state: 'active' });
    expect((await list(SOURCE)).items).toEqual([]);
    expect((await remove(id, SOURCE)).status).toBe(404);
    expect((await remove(id)).status).toBe(204);
    expect((await remove(id)).status).toBe(404);
    expect((await list()).items).toEqual([]);
  });

  test.each([
    ['no address', { url: 'credit' }, '/url'],
    ['a password in the address', { url: 'https://a:b@example.com/' }, '/url'],
    ['another protocol', { url: 'ftp://example.com/' }, '/url'],
    ['a type that is not for departments', { types: ['credit.disclosure.publication-stopped.v1'] }, '/types'],
    ['no types', { types: [] }, '/types'],
  ])('is not set up with %s', async (_, changes, pointer) => {
    const body = { url: receiver.url, ...changes };
    const answer = await delivery.service.request('POST', '/api/v1/webhooks', { as: DEPARTMENT, purpose: 'supervision', body });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  test('is set up once, however often the same request comes', async () => {
    const headers = { 'idempotency-key': uuidv7() };
    const request = { as: DEPARTMENT, purpose: 'supervision', headers, body: { url: receiver.url } };
    const once = () => delivery.service.request('POST', '/api/v1/webhooks', request);
    const [first, second] = [await once(), await once()];
    expect(second.body).toEqual(first.body);
    expect((await list()).items).toHaveLength(1);
  });

  test('is not set up without a purpose', async () => {
    const answer = await delivery.service.request('POST', '/api/v1/webhooks', { as: DEPARTMENT, body: { url: receiver.url } });
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/access.purpose-needed' } });
  });

  test.each<[string, TokenHolder | undefined, number]>([
    ['nobody', undefined, 401],
    ['officers', { role: 'checking-officer', unit: '11429500MB1A000288' }, 403],
    ['a machine without a unit', { role: 'department-client' }, 403],
  ])('is not for %s', async (_, as, status) => {
    expect((await delivery.service.request('GET', '/api/v1/webhooks', as ? { as } : {})).status).toBe(status);
  });
});

describe('events are pushed', () => {
  test('signed, with the identifier that they have everywhere, as the feed gives them', async () => {
    await add();
    const code = delivery.newEnterprise();
    const id = await delivery.publish(SubjectRegisteredV1, code);
    const [event] = await pushed(code, 1);
    const { at: _, ...sent } = event ?? { at: 0 };
    expect(sent).toEqual((await delivery.about(code, 1))[0]);
    expect(event?.id).toBe(id);
    const pushes = () =>
      delivery.service.neighbour.received(accessContract('delivery')).filter(({ key, data }) => key === code && data.what === 'webhook');
    await eventually(() => pushes().length > 0, 'the push to be recorded as a look');
    expect(pushes().map(({ data }) => data)).toMatchObject([
      {
        purpose: 'supervision',
        caseNumber: CASE_NUMBER,
        lookedBy: { role: 'department-client', unit: DEPARTMENT.unit },
        shown: [{ kind: 'event', id }],
      },
    ]);
    expect(receiver.forged).toEqual([]);
  });

  test('from the end of the feed at which the endpoint was set up, and only of its types', async () => {
    const code = delivery.newEnterprise();
    await delivery.collect(code);
    await delivery.about(code, 1);
    const { from } = await add({ types: [RecordCollectedV1.type] });
    await delivery.publish(SubjectRegisteredV1, code);
    const { recordId } = await delivery.collect(code);
    const taken = await pushed(code, 1);
    expect(taken.map(({ data }) => data.recordId)).toEqual([recordId]);
    const { items } = await delivery.feed({ after: from, types: RecordCollectedV1.type, subject: code });
    expect(items.map(({ id }) => id)).toEqual(taken.map(({ id }) => id));
  });

  test('in the order of each enterprise, again after a failure, while others go on', async () => {
    await add();
    const [failing, other] = [delivery.newEnterprise(), delivery.newEnterprise()];
    let failures = 0;
    receiver.answer = ({ subject }) => (subject === failing && failures === 0 ? 500 : 204);
    for (let n = 1; n <= 3; n += 1) await delivery.publish(SubjectRegisteredV1, failing, { version: n });
    await eventually(() => receiver.pushed.some(({ subject }) => subject === failing), 'the first attempt');
    await delivery.publish(SubjectRegisteredV1, other);
    await pushed(other, 1);
    const before = receiver.pushed.filter(({ subject }) => subject === failing);
    expect(before).toHaveLength(1);
    failures = 1;
    const versions = async () => (await pushed(failing, 4, 20_000)).map(({ data }) => data.version);
    expect(await versions()).toEqual([1, 1, 2, 3]);
    const [first, second] = receiver.taken(failing);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(4_900);
    await eventually(async () => (await delivery.sql('select from deliveries')).rowCount === 0, 'nothing to be due any more');
    const { rows } = await delivery.sql(
      `select attempt, status from delivery_attempts a join entries e using (position) where e.subject = $1 order by position, attempt`,
      failing,
    );
    expect(rows).toEqual([
      { attempt: 1, status: 500 },
      { attempt: 2, status: 204 },
      { attempt: 1, status: 204 },
      { attempt: 1, status: 204 },
    ]);
  });

  test('no longer once the last attempt has failed: the endpoint is paused', async () => {
    const { id } = await add();
    receiver.answer = () => 503;
    const code = delivery.newEnterprise();
    await delivery.publish(SubjectRegisteredV1, code);
    await eventually(() => receiver.pushed.length === 1, 'the first attempt');
    await eventually(async () => (await delivery.sql('select from deliveries where attempts = 1')).rowCount === 1, 'it to be put off');
    await delivery.sql('update deliveries set attempts = 7, due_at = now()');
    const [paused] = await eventually(async () => {
      const { items } = await list();
      return items[0]?.state === 'paused' ? items : undefined;
    }, 'the endpoint to be paused');
    expect(paused).toMatchObject({ id, pausedAt: expect.any(String) });
    await delivery.publish(SubjectRegisteredV1, code, { version: 2 });
    await delivery.about(code, 2);
    expect(receiver.pushed).toHaveLength(2);
  });

  test('by one replica at a time, by any once that has lost its lead', async () => {
    await add();
    const code = delivery.newEnterprise();
    const replica: TestService = await delivery.replica();
    await delivery.publish(SubjectRegisteredV1, code);
    await pushed(code, 1);
    receiver.answer = () => 500;
    await delivery.publish(SubjectRegisteredV1, code, { version: 2 });
    await eventually(() => receiver.pushed.length === 2, 'the first attempt of the second');
    expect(await delivery.endLeads()).toBeGreaterThan(0);
    receiver.answer = () => 204;
    await delivery.sql('update deliveries set due_at = now()');
    expect((await pushed(code, 3)).map(({ data }) => data.version)).toEqual([1, 2, 2]);
    await replica.close();
  });

  test('never to an endpoint that was ended', async () => {
    const { id } = await add();
    receiver.answer = () => 500;
    const code = delivery.newEnterprise();
    await delivery.publish(SubjectRegisteredV1, code);
    await eventually(() => receiver.pushed.length === 1, 'the first attempt');
    await remove(id);
    expect((await delivery.sql('select from deliveries where webhook_id = $1', id)).rowCount).toBe(0);
  });
});

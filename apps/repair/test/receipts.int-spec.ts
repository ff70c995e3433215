import { CaseClosedV1, CaseEffectsAwaitedV1, RecordCollectedV1, sampleOf } from '@chengxin/contracts';
import { RECEIPT_NAMES } from '@chengxin/repair';
import { eventually } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type CaseView } from '../src/cases/dto/case.view.js';
import { RepairUnderTest, TODAY } from './repair-under-test.js';

jest.setTimeout(60_000);

let repair: RepairUnderTest;
beforeAll(async () => {
  repair = await RepairUnderTest.start();
});
afterAll(() => repair?.close());

const read = async ({ caseId }: Pick<CaseView, 'caseId'>) => (await repair.reviewer().get<CaseView>(`/repair-cases/${caseId}`)).body;
const held = ({ receipts }: CaseView) => receipts.filter(({ state }) => state === 'received').map(({ name }) => name);
const closings = ({ caseId }: CaseView) => repair.neighbour.received(CaseClosedV1).filter(({ data }) => data.caseId === caseId);
const askings = ({ caseId }: CaseView) => repair.neighbour.received(CaseEffectsAwaitedV1).filter(({ data }) => data.caseId === caseId);

/** Lets the enterprise's wait be over. */
async function age({ creditCode }: CaseView): Promise<void> {
  await repair.run(`update cases set ask_at = now() - interval '1 second' where credit_code = $1 and ask_at is not null`, [creditCode]);
  await repair.run(`update timers set due_at = now() - interval '1 second' where name = 'effects-awaited' and key = $1`, [creditCode]);
}

describe('the receipts of an approved case', () => {
  test.each([
    ['in their order', [...RECEIPT_NAMES]],
    ['in the opposite order', RECEIPT_NAMES.toReversed()],
    ['each twice', RECEIPT_NAMES.flatMap((name) => [name, name])],
  ])('close it: %s', async (_, names) => {
    const kase = await repair.approved();
    for (const name of names) await repair.answer(name, kase);
    await eventually(async () => (await read(kase)).status === 'closed', 'the case to be closed');
    const closed = await read(kase);
    expect(held(closed)).toEqual([...RECEIPT_NAMES]);
    expect(closed).toMatchObject({ version: 10, next: [] });
    const [event] = await eventually(() => (closings(kase).length > 0 ? closings(kase) : undefined), 'the closing to be announced');
    expect(event?.data.closedOn).toBe(TODAY);
    expect(new Set(event?.data.receipts.map(({ name }) => name))).toEqual(new Set(RECEIPT_NAMES));
    expect(event?.sequence).toBe('5');
  });

  test('do not close it while one is missing, and count for no case that is not approved', async () => {
    const [waiting, open] = [await repair.approved(), await repair.accepted()];
    for (const name of RECEIPT_NAMES.slice(0, 4)) await repair.answer(name, waiting);
    for (const name of RECEIPT_NAMES.slice(1)) await repair.answer(name, open);
    await eventually(async () => held(await read(waiting)).length === 4, 'four receipts to be in');
    expect((await read(waiting)).status).toBe('approved');
    expect(await read(open)).toMatchObject({ status: 'accepted', version: open.version });
    const page = await repair.agent(waiting.creditCode).get<{ items: { missing: string[] }[] }>('/repair-cases');
    expect(page.body.items.map(({ missing }) => missing)).toEqual([['feed-entry-written']]);
  });

  test('close it also when its record had reached its maximum and nothing had to change', async () => {
    const code = repair.newEnterprise();
    const { publicity } = sampleOf(RecordCollectedV1).data;
    const past = { shownUntil: '2026-06-30', sharedUntil: '2026-06-30', countedUntil: '2026-06-30', minimumUntil: '2026-05-31' };
    const { recordId } = await repair.collect(code, { publicity: { ...publicity, ...past } });
    const kase = await repair.approve(await repair.accept(await repair.file(code, recordId)));
    for (const name of RECEIPT_NAMES) await repair.answer(name, kase, name === 'rating-reviewed' ? { changed: false } : {});
    await eventually(async () => (await read(kase)).status === 'closed', 'the case to be closed');
  });

  test('of another enterprise are left alone', async () => {
    const [kase, other] = [await repair.approved(), await repair.approved()];
    await repair.answer('rating-reviewed', { ...kase, creditCode: other.creditCode });
    await repair.answer('rating-reviewed', other);
    await eventually(async () => held(await read(other)).length === 1, 'its own receipt to be in');
    expect(held(await read(kase))).toEqual([]);
  });
});

describe('missing receipts', () => {
  test('are asked for by name, again and again, until they come', async () => {
    const kase = await repair.approved();
    for (const name of RECEIPT_NAMES.slice(0, 3)) await repair.answer(name, kase);
    await eventually(async () => held(await read(kase)).length === 3, 'three receipts to be in');
    expect(askings(kase)).toEqual([]);
    await age(kase);
    await eventually(() => askings(kase).length === 1, 'the missing ones to be asked for');
    await age(kase);
    await eventually(() => askings(kase).length === 2, 'them to be asked for again');
    expect(askings(kase).map(({ data: { attempt, missing } }) => [attempt, missing])).toEqual([
      [1, ['suggestions-reviewed', 'feed-entry-written']],
      [2, ['suggestions-reviewed', 'feed-entry-written']],
    ]);
    const { rows } = await repair.run(
      `select extract(epoch from ask_at - (select max(known_at) from case_events e where e.case_id = c.case_id))::integer as seconds
         from cases c where case_id = $1`,
      [kase.caseId],
    );
    expect(rows).toEqual([{ seconds: 240 }]);
    for (const name of RECEIPT_NAMES.slice(3)) await repair.answer(name, kase);
    await eventually(async () => (await read(kase)).status === 'closed', 'the case to be closed');
    const timers = await repair.run(`select from timers where name = 'effects-awaited' and key = $1`, [kase.creditCode]);
    expect(timers.rowCount).toBe(0);
  });
});

describe('what is stored', () => {
  test('is what the rows say: no table has a column more or less', async () => {
    const { rows } = await repair.run(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const columns = rows.map(({ name }: { name: string }) => name);
    for (const { tableName, columns: own } of repair.tables()) {
      const named = own.map(({ databaseName }) => `${tableName}.${databaseName}`);
      expect(columns.filter((name) => name.startsWith(`${tableName}.`)).toSorted()).toEqual(named.toSorted());
    }
  });
});

describe('the history', () => {
  test('can be added to and never rewritten', async () => {
    await repair.approved();
    await expect(repair.run(`update case_events set position = 99`, [], 'service')).rejects.toThrow(/permission denied/);
    await expect(repair.run(`delete from case_events`, [], 'service')).rejects.toThrow(/permission denied/);
    await expect(repair.run(`update receipts set at = now()`, [], 'service')).rejects.toThrow(/permission denied/);
  });

  test('gives the list: each row says what its history says', async () => {
    await repair.approved();
    const { rows } = await repair.run(
      `select c.case_id from cases c where c.version <> (select count(*) from case_events e where e.case_id = c.case_id)`,
    );
    expect(rows).toEqual([]);
  });

  test('is counted in the status of the service', async () => {
    const { rows } = await repair.run(`select count(*)::integer as n from cases`);
    const status = await repair.client({ role: 'administrator' }).get('/operations/status');
    expect(status.body).toMatchObject({ service: 'repair', counts: { cases: rows[0].n, open: expect.any(Number) } });
  });
});

import { CaseApprovedV1, sampleOf } from '@chengxin/contracts';
import { bothOrders, nameIn, rebuiltAgain, rebuiltUnderFlow } from '@chengxin/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RepairUnderTest } from './repair-under-test.js';

let repair: RepairUnderTest;
beforeAll(async () => {
  repair = await RepairUnderTest.start();
}, 60_000);
afterAll(() => repair?.close());

const APPROVED = sampleOf(CaseApprovedV1).data;

/** Gives each enterprise the approved case of the samples, as a case of another enterprise came to be. */
async function approvedCases(creditCodes: readonly string[]): Promise<void> {
  const { caseId, creditCode, recordId, caseNumber } = await repair.approved();
  for (const code of creditCodes) {
    const own = nameIn(code, APPROVED.caseId);
    const names = [caseId, own, creditCode, code, recordId, nameIn(code, APPROVED.recordId), caseNumber, own];
    for (const table of ['case_events', 'cases']) {
      await repair.run(
        `insert into ${table}
         select (jsonb_populate_record(null::${table}, replace(replace(replace(replace(
                   to_jsonb(t)::text, $1, $2), $3, $4), $5, $6), $7, $8)::jsonb)).* from ${table} t where case_id = $1::uuid`,
        names,
      );
    }
  }
}

test('every pair of topics leaves the same in both orders', async () => {
  for (const { topics, one, other } of await bothOrders(repair.service, 'repair', { given: approvedCases })) {
    expect({ topics, ...one }).toEqual({ topics, ...other });
    expect(one).toMatchObject({ inbox_entries: expect.anything(), case_events: expect.anything() });
    expect(one).not.toHaveProperty('parked_events');
  }
}, 60_000);

test('a rebuild mends its copies under flow, and leaves what it owns, knows and has said alone', async () => {
  for (const rebuilt of [() => rebuiltUnderFlow(repair.service, 'repair'), () => rebuiltAgain(repair.service)]) {
    const { before, after } = await rebuilt();
    expect(after).toEqual(before);
  }
}, 60_000);

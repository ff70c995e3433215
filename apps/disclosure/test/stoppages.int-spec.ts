import { sampleOf, RecordCollectedV1 } from '@chengxin/contracts';
import { addDays } from '@chengxin/kernel';
import { uuidv7 } from '@chengxin/platform';
import { eventually } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { agentOf, DisclosureUnderTest, TODAY } from './disclosure-under-test.js';

const SAMPLE = sampleOf(RecordCollectedV1).data;

jest.setTimeout(60_000); // what is waited for comes within 15 s, on a busy machine several times

let disclosure: DisclosureUnderTest;

beforeAll(async () => {
  disclosure = await DisclosureUnderTest.start();
});
afterAll(() => disclosure?.service.close());

describe('the answer to a repair', () => {
  test('comes once the record is shown no longer, and again when it is asked for', async () => {
    const code = disclosure.newEnterprise();
    const caseId = uuidv7();
    await disclosure.register(code);
    const record = await disclosure.collect(code);
    await disclosure.file(code, 1);
    const eventId = await disclosure.repair(record, caseId);
    const [first] = await eventually(() => disclosure.stoppages(caseId).slice(0, 1), 'the publication to be stopped').then(() =>
      eventuallyStopped(caseId, 1),
    );
    expect((await disclosure.get<{ records: unknown[] }>(`/${code}`)).body.records).toEqual([]);
    expect(first?.data).toMatchObject({
      recordId: record.recordId,
      causes: [{ eventId, caseId, recordId: record.recordId }],
      neverShown: false,
      stoppedOn: TODAY,
    });
    expect(Math.abs(Date.parse(first?.data.notShownSince ?? '') - Date.now())).toBeLessThan(60_000);
    await disclosure.await(record, caseId);
    const [, again] = await eventuallyStopped(caseId, 2);
    expect({ ...again?.data, knownAt: '' }).toEqual({ ...first?.data, knownAt: '' });
  });

  test('waits for a record that is not known yet, and is never shown in between', async () => {
    const code = disclosure.newEnterprise();
    const caseId = uuidv7();
    await disclosure.register(code);
    const recordId = uuidv7();
    await disclosure.repair({ recordId, creditCode: code }, caseId);
    await disclosure.await({ recordId, creditCode: code }, caseId);
    await eventually(
      async () => (await disclosure.sql('select from stoppages where case_id = $1', caseId)).rowCount === 1,
      'the repair to be known',
    );
    expect(disclosure.stoppages(caseId)).toEqual([]);
    await disclosure.collect(code, { recordId });
    await eventuallyStopped(caseId, 1);
    expect((await disclosure.records(code, agentOf(code))).items).toMatchObject([
      { state: 'repaired', shown: false, fields: { fineAmount: '2.500000' } },
    ]);
    expect((await disclosure.file(code)).records).toEqual([]);
  });

  test.each([
    ['that was never shown', { shown: false }, undefined],
    ['whose publicity had ended', { shown: true, shownUntil: addDays(TODAY, -10) }, addDays(TODAY, -10)],
  ])('is given also for a record %s', async (_, changes, shownEndedOn) => {
    const code = disclosure.newEnterprise();
    const caseId = uuidv7();
    const record = await disclosure.collect(code, { publicity: { ...SAMPLE.publicity, ...changes } });
    await disclosure.repair(record, caseId, { shownEndedOn });
    const data = (await eventuallyStopped(caseId, 1))[0]?.data;
    expect(data?.neverShown).toBe(shownEndedOn === undefined);
    if (shownEndedOn) expect(Date.parse(data?.notShownSince ?? '')).toBeLessThan(Date.now() - 8 * 86_400_000);
    else expect(data).not.toHaveProperty('notShownSince');
  });

  test.each([
    ['repaired first', true],
    ['asked first', false],
  ])('is given whichever of repair and case is heard first: %s', async (_, repairedFirst) => {
    const code = disclosure.newEnterprise();
    const caseId = uuidv7();
    const record = await disclosure.collect(code);
    const halves = [() => disclosure.repair(record, caseId), () => disclosure.await(record, caseId)];
    for (const half of repairedFirst ? halves : halves.toReversed()) await half();
    await eventuallyStopped(caseId, 1);
  });

  const eventuallyStopped = (caseId: string, times: number) =>
    eventually(() => {
      const found = disclosure.stoppages(caseId);
      return found.length >= times ? found : undefined;
    }, `the end of publication to be announced ${times} times`);
});

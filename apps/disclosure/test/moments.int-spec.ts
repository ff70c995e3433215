import { RecordCollectedV1, RecordRepairedV1, type RecordState, sampleOf, SubjectChangedV1 } from '@chengxin/contracts';
import { type LocalDate } from '@chengxin/kernel';
import { inTransaction, uuidv7 } from '@chengxin/platform';
import { eventually, type TestAnswer } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { type RecordPage, type RecordView } from '../src/records/dto/record.view.js';
import { type RecordChange } from '../src/records/record-changes.js';
import { RecordsRepository } from '../src/records/records.repository.js';
import { type CreditFileView } from '../src/subjects/dto/credit-file.view.js';
import { agentOf, DisclosureUnderTest, TODAY } from './disclosure-under-test.js';
import { aDay, aHistory, isPublished, latestFirst, type Said, stood, type Told, toldOf, wasInForce } from './moment-oracle.js';

const SAMPLE = sampleOf(RecordCollectedV1).data;
const LAST_MINUTE = 20;

jest.setTimeout(60_000); // what is waited for comes within 15 s, on a busy machine several times

let disclosure: DisclosureUnderTest;

beforeAll(async () => {
  disclosure = await DisclosureUnderTest.start();
});
afterAll(() => disclosure?.service.close());

/** An instant in a minute of the history. */
const at = (minute: number): string => new Date(Date.parse('2026-05-11T02:00:00Z') + minute * 60_000).toISOString();

const queryOf = (minute: number | undefined, day?: string): string =>
  `?${new URLSearchParams({ ...(minute !== undefined && { knownAt: at(minute) }), ...(day && { effectiveAt: day }) }).toString()}`;

const readFile = (code: string, minute: number, day?: string): Promise<TestAnswer<CreditFileView>> =>
  disclosure.get<CreditFileView>(`/${code}${queryOf(minute, day)}`);

/** As the enterprise itself reads them: everything. */
const readOwn = (code: string, minute: number | undefined, day?: string): Promise<RecordPage> =>
  disclosure.records(code, agentOf(code), queryOf(minute, day));

/** What the oracle speaks of. */
function spokenOf({
  recordId,
  version,
  documentNumber,
  decidedOn,
  state,
  endedOn,
  fulfilment,
  fulfilledOn,
  publicity,
}: RecordView): object {
  const ended = { ...(endedOn && { endedOn }), ...(fulfilledOn && { fulfilledOn }) };
  return { recordId, version, documentNumber, decidedOn, state, fulfilment, publicity, ...ended };
}

const withoutAge = ({ asOf: _asOf, behind: _behind, moment: _moment, ...content }: RecordPage | CreditFileView): object => content;

describe('what was known of a random history', () => {
  test('is read as the slow oracle tells it; now, it is the present; and later facts change nothing earlier', async () => {
    await fc.assert(
      fc.asyncProperty(
        aHistory,
        fc.uniqueArray(fc.integer({ min: 0, max: LAST_MINUTE }), { minLength: 2, maxLength: 3 }),
        aDay,
        readsAsTold,
      ),
      { numRuns: 15 },
    );
  });

  async function readsAsTold(history: Parameters<typeof toldOf>[0], minutes: number[], day: LocalDate): Promise<void> {
    const code = disclosure.newEnterprise();
    const told = toldOf(history, uuidv7);
    await disclosure.register(code);
    await disclosure.file(code);
    const [half = 0, ...later] = minutes.toSorted((a, b) => a - b);
    await tell(code, told, (minute) => minute <= half);
    const before = await readOwn(code, half, day);
    await tell(code, told, (minute) => minute > half);
    expect((await readOwn(code, half, day)).moment).toEqual(before.moment);
    for (const minute of [half, ...later]) {
      for (const on of [day, undefined]) await agrees(code, told, minute, on);
    }
    expect(withoutAge(await readOwn(code, LAST_MINUTE))).toEqual(withoutAge(await disclosure.records(code, agentOf(code))));
    expect(withoutAge((await readFile(code, LAST_MINUTE)).body)).toEqual(withoutAge(await disclosure.file(code)));
  }

  async function agrees(code: string, told: Told[], minute: number, day?: LocalDate): Promise<void> {
    const known = told
      .flatMap((record) => {
        const found = stood(record, minute, day);
        return found && (day === undefined || wasInForce(record, found, day)) ? found : [];
      })
      .sort(latestFirst);
    expect((await readOwn(code, minute, day)).items.map(spokenOf)).toEqual(known);
    const published = new Set(told.filter((record) => isPublished(record, TODAY)).map(({ recordId }) => recordId));
    const { body } = await readFile(code, minute, day);
    expect(body.records.map(spokenOf)).toEqual(known.filter(({ recordId }) => published.has(recordId)));
    expect(body.counts.find(({ item }) => item === 'penalty')?.count).toBe(body.records.length);
  }

  /** Lets the copies take in, version by version, what was said in some minutes. */
  async function tell(code: string, told: Told[], when: (minute: number) => boolean): Promise<void> {
    const { app } = disclosure.service;
    const records = app.get(RecordsRepository);
    const said = told.flatMap((record) => record.said.map((fact, n) => ({ recordId: record.recordId, version: n + 1, fact })));
    for (const version of new Set(said.map((each) => each.version))) {
      const now = said.filter((each) => each.version === version && when(each.fact.minute));
      await inTransaction(app.get(DataSource), async (tx) => {
        await records.remember(
          tx,
          now.filter(({ fact }) => fact.whole).map((each) => wholeOf(code, each)),
        );
        await records.change(
          tx,
          now.filter(({ fact }) => !fact.whole).map((each) => changeOf(code, each)),
        );
      });
    }
  }
});

type Numbered = { recordId: string; version: number; fact: Said };

function wholeOf(creditCode: string, { recordId, version, fact }: Numbered): RecordState {
  const { documentNumber, decidedOn, validUntil } = fact.whole!;
  const { validUntil: _valid, ...fields } = SAMPLE.fields;
  return {
    ...SAMPLE,
    ...{ recordId, creditCode, version, documentNumber, decidedOn, effectiveFrom: decidedOn, knownAt: at(fact.minute) },
    fields: { ...fields, ...(validUntil && { validUntil }) },
    publicity: { ...SAMPLE.publicity, ...fact.publicity },
    fulfilment: fact.fulfilment?.fulfilledOn ? 'met' : 'unknown',
    ...fact.fulfilment,
  };
}

function changeOf(creditCode: string, { recordId, version, fact }: Numbered): RecordChange {
  return {
    ...{ recordId, creditCode, version, item: 'penalty', knownAt: at(fact.minute) },
    ...fact.ending,
    ...(fact.publicity && { publicity: { ...SAMPLE.publicity, ...fact.publicity } }),
    ...(fact.fulfilment && { fulfilment: 'met', ...fact.fulfilment }),
  };
}

describe('a past moment', () => {
  test('comes out again with the same digest, until something in it is withheld', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const fined = await disclosure.collect(code, { knownAt: at(1) });
    const other = await disclosure.collect(code, { knownAt: at(1), documentNumber: '澄市监罚〔2026〕18号' });
    await disclosure.file(code, 2);
    const first = (await readFile(code, 1, TODAY)).body;
    const own = await readOwn(code, 1, TODAY);
    expect(first.moment).toEqual({
      effectiveAt: TODAY,
      knownAt: at(1),
      rightsAsOf: TODAY,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await readFile(code, 1, TODAY)).body.moment).toEqual(first.moment);
    await disclosure.repair(fined, uuidv7(), { knownAt: at(2) });
    await disclosure.file(code, 1);
    const after = (await readFile(code, 1, TODAY)).body;
    expect(after.records.map(({ recordId }) => recordId)).toEqual([other.recordId]);
    expect(after.moment?.digest).not.toBe(first.moment?.digest);
    const again = await readOwn(code, 1, TODAY);
    expect(again.moment).toEqual(own.moment);
    expect(again.items.map(spokenOf)).toEqual(own.items.map(spokenOf));
    expect(own.items.map(({ state, shown }) => ({ state, shown }))).toEqual(Array(2).fill({ state: 'current', shown: true }));
    expect(again.items.map(({ shown }) => shown).sort()).toEqual([false, true]);
    expect((await readOwn(code, 2, TODAY)).items.map(({ state }) => state).sort()).toEqual(['current', 'repaired']);
  });

  test('knows the subject by the register of its day, and not before it was recorded', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code, { name: '澄州市青梧建材有限公司', asOf: '2026-05-01', knownAt: at(1) });
    const changed = { ...sampleOf(SubjectChangedV1).data, creditCode: code, version: 2, name: '澄州市雨燕建材有限公司' };
    await disclosure.service.neighbour.publish(SubjectChangedV1, code, { ...changed, asOf: '2026-05-10', knownAt: at(2) });
    await eventually(async () => (await disclosure.file(code)).name === changed.name, 'the new name to be shown');
    const nameAt = async (minute: number, day?: string) => (await readFile(code, minute, day)).body.name;
    expect(await nameAt(1)).toBe('澄州市青梧建材有限公司');
    expect(await nameAt(1, TODAY)).toBe('澄州市青梧建材有限公司');
    expect(await nameAt(2)).toBe(changed.name);
    expect(await nameAt(2, '2026-05-09')).toBe('澄州市青梧建材有限公司');
    expect(await nameAt(2, '2026-04-01')).toBe('澄州市青梧建材有限公司');
    expect(await readFile(code, 0)).toMatchObject({ status: 404, body: { type: '/problems/disclosure.subject-unknown-then' } });
  });

  test('that cannot be read yet is refused with the newest that can, one of the wrong shape with its pointer', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const { asOf = '' } = await disclosure.file(code);
    for (const path of [`/${code}`, `/${code}/records`]) {
      const ahead = await disclosure.get<{ newestAllowed: string }>(`${path}?knownAt=2999-01-01T00:00:00.000Z`);
      expect(ahead).toMatchObject({ status: 422, body: { type: '/problems/moment.not-yet-known' } });
      expect(ahead.body.newestAllowed >= asOf).toBe(true);
      expect((await disclosure.get(`${path}?knownAt=${ahead.body.newestAllowed}`)).status).toBe(200);
      expect(await disclosure.get(`${path}?effectiveAt=2026-05-12`)).toMatchObject({ status: 422, body: { newestAllowed: TODAY } });
      expect(await disclosure.get(`${path}?knownAt=2026-05-11`)).toMatchObject({
        status: 400,
        body: { errors: [{ in: 'query', pointer: '/knownAt', rule: 'instant' }] },
      });
    }
  });

  test('is not read while an event of the enterprise waits parked, for it may say more of that moment', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    await disclosure.file(code);
    await disclosure.service.neighbour.publishBytes(RecordCollectedV1.topic, code, 'no event');
    await eventually(async () => (await readFile(code, 1)).status === 503, 'the moment to be unreadable');
    expect(await disclosure.get(`/${code}/records${queryOf(1)}`)).toMatchObject({ status: 503 });
    expect((await disclosure.get(`/${code}`)).status).toBe(200);
  });

  test('is kept when facts come before their record, and once when an event is handled twice', async () => {
    const code = disclosure.newEnterprise();
    await disclosure.register(code);
    const record = { recordId: uuidv7(), creditCode: code };
    await disclosure.fact(RecordRepairedV1, record, { knownAt: at(2) });
    await disclosure.collect(code, { ...record, knownAt: at(1) });
    await eventually(async () => (await readOwn(code, undefined, TODAY)).items.length === 1, 'the record to be known');
    expect((await readOwn(code, 1)).items).toMatchObject([{ version: 1, state: 'current' }]);
    expect((await readOwn(code, 2)).items).toMatchObject([{ version: 2, state: 'repaired' }]);
    const { rows } = await disclosure.sql('select version from record_versions where credit_code = $1 order by version', code);
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
  });
});

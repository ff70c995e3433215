import {
  CaseEffectsAwaitedV1,
  PublicationStoppedV1,
  RatingReviewedV1,
  RecordExpiredV1,
  RecordRepairedV1,
  SERVICES,
  TOPICS,
} from '@chengxin/contracts';
import { eventually, PERSONAS } from '@chengxin/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { said } from './audit.js';
import { aPenalty, ENTERPRISES } from './penalties.js';
import { differences } from './reconciled.js';
import { acceptedCase, approved, type Case, caseNow, missing, repairable } from './repairs.js';
import { maySubscribe, mayWrite } from './rights.js';
import { System } from './system.js';

const MINUTE = 60_000;
const LAST_DAY = '2026-05-14';
const DAY_AFTER = '2026-05-15';

const [FIRST = '', SECOND = ''] = PERSONAS.find(({ user }) => user === 'enterprise')?.enterprises ?? [];

let system: System;

beforeAll(async () => {
  system = await System.start();
}, 5 * MINUTE);

afterAll(async () => {
  expect(await system?.stop()).toEqual([]);
}, MINUTE);

/** The record of an enterprise and class that can be repaired now. */
async function repairableNow(creditCode: string, recordClass: string): Promise<string> {
  const found = (await repairable(system, creditCode)).find((record) => record.answer === 'now' && record.class === recordClass);
  if (!found) throw new Error(`${creditCode} has no ${recordClass} record that can be repaired now`);
  return found.recordId;
}

/** Has a penalty collected whose longest publicity ends on LAST_DAY, and gives its record. */
async function lapsingRecord(creditCode: string): Promise<string> {
  const enterprise = ENTERPRISES.find(({ code }) => code === creditCode)!;
  const penalty = aPenalty(enterprise, `澄市监罚〔2025〕期${creditCode.slice(-4)}号`, { decidedOn: '2025/05/14' });
  const { record } = await system.gateway.post<{ record: { recordId: string } }>('/records', penalty, 'department');
  await eventually(() => isShown(creditCode, record.recordId), `the public file of ${creditCode} to show the record`);
  return record.recordId;
}

async function isShown(creditCode: string, recordId: string): Promise<boolean> {
  const records = await system.gateway.all<{ recordId: string }>(`/subjects/${creditCode}/records`);
  return records.some((record) => record.recordId === recordId);
}

const closed = (kase: Case, patience = 30_000) =>
  eventually(async () => (await caseNow(system, kase)).status === 'closed', 'the case to close', patience);

const ofCase = <T extends { causes: { caseId?: string }[] }>(events: T[], { caseId }: Case) =>
  events.filter(({ causes }) => causes.some((cause) => cause.caseId === caseId));

describe('while rating is down', () => {
  let kase: Case;

  beforeAll(async () => {
    const recordId = await repairableNow(SECOND, 'general');
    system.processes.hold('rating');
    system.kill('rating');
    kase = await approved(system, await acceptedCase(system, recordId));
  }, MINUTE);

  test('a case has every receipt but those that rest on the rating', async () => {
    const rest = ['rating-reviewed', 'suggestions-reviewed'];
    await eventually(async () => missing(await caseNow(system, kase)).length === rest.length, 'three receipts to be in');
    expect(missing(await caseNow(system, kase)).sort()).toEqual(rest);
  });

  // The case is asked for after a minute; meanwhile:
  test.each(SERVICES)(
    '%s writes its own topics and no other',
    async (service) => {
      const attempts = TOPICS.map(async (topic) => ((await mayWrite(system, service, topic)) ? [topic.name] : []));
      const written = (await Promise.all(attempts)).flat();
      expect(written).toEqual(TOPICS.filter(({ producer }) => producer === service).map(({ name }) => name));
    },
    MINUTE,
  );

  test.each(SERVICES)(
    '%s sees the topics that it consumes or writes and no other',
    async (service) => {
      const attempts = TOPICS.map(async (topic) => ((await maySubscribe(system, service, topic)) ? [topic.name] : []));
      const seen = (await Promise.all(attempts)).flat();
      const mine = TOPICS.filter(({ consumers, producer }) => consumers.includes(service) || producer === service);
      expect(seen).toEqual(mine.map(({ name }) => name));
    },
    MINUTE,
  );

  test(
    'the case stays open and is asked for after a minute',
    async () => {
      const asked = () => said(system, CaseEffectsAwaitedV1, SECOND);
      await eventually(async () => (await asked()).length > 0, 'case-effects-awaited', 75_000);
      const [awaited] = await asked();
      expect(awaited).toMatchObject({ caseId: kase.caseId, attempt: 1 });
      expect(awaited?.missing.sort()).toEqual(['rating-reviewed', 'suggestions-reviewed']);
      await expect(caseNow(system, kase)).resolves.toMatchObject({ status: 'approved' });
    },
    2 * MINUTE,
  );

  test(
    'the case closes once rating is back',
    async () => {
      system.processes.release('rating');
      await closed(kase);
      await expect(differences(system)).resolves.toEqual([]);
    },
    MINUTE,
  );
});

describe('a repair', () => {
  test(
    'that changes no grade closes all the same',
    async () => {
      const recordId = await repairableNow(FIRST, 'minor');
      const kase = await approved(system, await acceptedCase(system, recordId));
      await closed(kase);
      const [review] = ofCase(await said(system, RatingReviewedV1, FIRST), kase);
      expect(review?.after.grade).toBe(review?.before?.grade);
      expect(missing(await caseNow(system, kase))).toEqual([]);
    },
    MINUTE,
  );
});

describe('the longest publicity', () => {
  const nobodys = ENTERPRISES[10]!.code;
  let lapsing: string;
  let repaired: string;
  let kase: Case;

  beforeAll(async () => {
    lapsing = await lapsingRecord(nobodys);
    repaired = await lapsingRecord(FIRST);
    kase = await acceptedCase(system, repaired);
    await expect(system.cli('clock', 'advance', '--to', DAY_AFTER)).resolves.toMatchObject({ status: 'done', reached: DAY_AFTER });
  }, MINUTE);

  test('ends by itself: the public file no longer shows the record', async () => {
    await expect(isShown(nobodys, lapsing)).resolves.toBe(false);
    const [expired] = (await said(system, RecordExpiredV1, nobodys)).filter(({ recordId }) => recordId === lapsing);
    expect(expired).toMatchObject({ on: LAST_DAY, ended: ['shown', 'shared', 'counted'] });
  });

  test('is followed by a review of the rating', async () => {
    const ofRecord = ({ causes }: RatingReviewedV1) => causes.some(({ recordId }) => recordId === lapsing);
    await eventually(async () => (await said(system, RatingReviewedV1, nobodys)).some(ofRecord), 'the rating to be reviewed');
  });

  test(
    'does not keep a case from closing',
    async () => {
      await approved(system, kase);
      await closed(kase);
      const [end] = (await said(system, RecordRepairedV1, FIRST)).filter(({ caseId }) => caseId === kase.caseId);
      expect(end).toMatchObject({ shownEndedOn: LAST_DAY, sharedEndedOn: LAST_DAY, countedEndedOn: LAST_DAY, repairedOn: DAY_AFTER });
      expect(ofCase(await said(system, PublicationStoppedV1, FIRST), kase)).toHaveLength(1);
    },
    MINUTE,
  );

  test('never begins again: business time is not set backwards', async () => {
    const refusal = await system.cli<{ status: number; type: string }>('clock', 'advance', '--to', LAST_DAY);
    expect(refusal).toMatchObject({ type: '/problems/clock.set-backwards' });
    await expect(system.cli('clock', 'show')).resolves.toMatchObject({ today: DAY_AFTER });
  });

  test(
    'leaves nothing under way',
    async () => {
      await expect(differences(system)).resolves.toEqual([]);
    },
    MINUTE,
  );
});

import { loadLaw } from '@chengxin/law';
import { type RepairEvent, type Status } from '@chengxin/repair';
import { aHistory } from '@chengxin/repair/testing';
import { describe, expect, test } from '@jest/globals';
import { listRow, rowsOf, storedCase } from './stored-case.js';

const CASE_ID = '0196bd3c-5a00-7000-8000-000000000099';
const APPROVED_AT = new Date('2026-08-12T02:00:00.000Z');
const LAW = loadLaw();
const rowOf = (events: RepairEvent[]) => {
  const rows = rowsOf(events, 0, { caseId: CASE_ID, actor: null, lawDigest: 'f'.repeat(64), knownAt: APPROVED_AT });
  return listRow(storedCase(CASE_ID, rows), LAW);
};
const asked = (attempt: number): RepairEvent => ({
  type: 'case-effects-awaited',
  on: aHistory('filed')[0]!.on,
  missing: ['rating-reviewed'],
  attempt,
});

describe('the row of the list', () => {
  test.each<[Status, number, string | null]>([
    ['filed', 1, '2026-08-13'],
    ['pre-checked', 2, '2026-08-17'],
    ['accepted', 3, '2026-08-21'],
    ['approved', 4, null],
    ['withdrawn', 2, null],
    ['closed', 10, null],
  ])('of a case that is %s: version %i, due on %s', (status, version, dueOn) => {
    expect(rowOf(aHistory(status))).toMatchObject({ status, version, dueOn, dueProvisional: false });
  });

  test('says when missing receipts are asked for: a minute after the approval, doubling each time', () => {
    const approved = aHistory('approved');
    expect(rowOf(approved).askAt).toEqual(new Date('2026-08-12T02:01:00.000Z'));
    expect(rowOf([...approved, asked(1)]).askAt).toEqual(new Date('2026-08-12T02:02:00.000Z'));
    expect(rowOf([...approved, asked(1), asked(2)]).askAt).toEqual(new Date('2026-08-12T02:04:00.000Z'));
  });

  test('waits for no receipt before the approval nor after the end', () => {
    expect(rowOf(aHistory('accepted')).askAt).toBeNull();
    expect(rowOf(aHistory('closed')).askAt).toBeNull();
  });
});

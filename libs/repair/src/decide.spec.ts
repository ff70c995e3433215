import { localDate } from '@chengxin/kernel';
import { loadLaw } from '@chengxin/law';
import { describe, expect, test } from '@jest/globals';
import { aCase, aMatter, aReceipt, aRecord, COMMITMENT, FULFILMENT, MARKET_REGULATION } from '../testing/index.js';
import { acceptCase, approve, awaitEffects, type Decision, declineCase, file, preCheck, receive, refuseCase, withdraw } from './decide.js';
import { evolve } from './evolve.js';
import { RECEIPT_NAMES } from './receipts.js';
import { type Status, TRANSITIONS } from './transitions.js';

const LAW = loadLaw();
const ON = localDate('2026-08-12');
const WHY = { reason: '义务未履行', article: '信用修复管理办法 第三章' };
const stated = aMatter({ fulfilment: FULFILMENT });
const outsider = { subject: 'outsider', unit: '11429500MB1A000288', enterprises: [] };

const code = (decision: Decision) => (decision.ok ? undefined : decision.refusal.code);
const types = (decision: Decision) => (decision.ok ? decision.value.map(({ type }) => type) : []);

describe('filing', () => {
  test('gives a case that keeps what it was judged by', () => {
    const decision = file(aMatter(), 'XF1', ON);
    expect(decision.ok && decision.value[0]).toEqual({
      type: 'case-filed',
      on: ON,
      by: 'someone',
      filing: {
        caseNumber: 'XF1',
        creditCode: aRecord().creditCode,
        recordId: aRecord().recordId,
        item: 'penalty',
        determiningUnit: MARKET_REGULATION,
        minor: false,
        commitment: COMMITMENT,
        entries: ['publicity.2026.general'],
      },
    });
  });

  test.each([
    ['by an agent of another enterprise', aMatter({ by: outsider }), 'repair.other-enterprise'],
    ['of a repaired record', aMatter({ record: aRecord({ standing: 'repaired' }) }), 'repair.record-not-repairable'],
    ['beside a running case', aMatter({ openCase: 'XF0' }), 'repair.case-open'],
    ['without a commitment', aMatter({ commitment: {} }), 'repair.commitment-incomplete'],
  ])('is refused %s', (_, matter, refused) => {
    expect(code(file(matter, 'XF1', ON))).toBe(refused);
  });

  test('is refused on the last day of the minimum, and taken the day after', () => {
    const matter = aMatter({ commitment: { ...COMMITMENT, madeOn: localDate('2026-08-01') } });
    expect(code(file(matter, 'XF1', localDate('2026-08-11')))).toBe('repair.publicity-running');
    expect(types(file(matter, 'XF1', localDate('2026-08-12')))).toEqual(['case-filed']);
  });

  test('of a minor record is taken at once, with its fulfilment unknown', () => {
    const record = aRecord({ class: 'minor', publicity: { shown: false, entries: [] } });
    const matter = aMatter({ record, commitment: { ...COMMITMENT, madeOn: localDate('2026-05-11') } });
    expect(types(file(matter, 'XF1', localDate('2026-05-11')))).toEqual(['case-filed']);
  });

  test('of a record past its maximum is taken', () => {
    expect(types(file(aMatter(), 'XF1', localDate('2028-01-04')))).toEqual(['case-filed']);
  });
});

describe('the steps', () => {
  test('pre-check says until when acceptance is due: the city in one working day, the law in three', () => {
    const decision = preCheck(aCase('filed'), '材料齐全', LAW, ON);
    expect(decision.ok && decision.value[0]).toMatchObject({
      note: '材料齐全',
      forwardedTo: MARKET_REGULATION,
      dueOn: { city: '2026-08-13', legal: '2026-08-17' },
    });
  });

  test('acceptance says until when the decision is due: seven working days later', () => {
    const decision = acceptCase(aCase('pre-checked'), stated, LAW, localDate('2026-08-13'));
    expect(decision.ok && decision.value[0]).toMatchObject({ decisionDueOn: '2026-08-24' });
  });

  test('approval carries the fulfilment, the unit and its ground', () => {
    const decision = approve(aCase('accepted'), stated, ON);
    expect(decision.ok && decision.value[0]).toEqual({
      type: 'case-approved',
      on: ON,
      unit: MARKET_REGULATION,
      ground: 'publicity-served',
      fulfilment: FULFILMENT,
    });
  });

  test('approval is refused while the fulfilment is unknown', () => {
    expect(code(approve(aCase('accepted'), aMatter(), ON))).toBe('repair.obligations-open');
  });

  test('approval is refused for a record that was annulled meanwhile', () => {
    const matter = aMatter({ record: aRecord({ standing: 'annulled' }), fulfilment: FULFILMENT });
    expect(code(approve(aCase('accepted'), matter, ON))).toBe('repair.record-not-repairable');
  });

  const foreign = aMatter({ by: outsider, fulfilment: FULFILMENT });
  test.each<[string, Decision, string]>([
    ['accept', acceptCase(aCase('pre-checked'), foreign, LAW, ON), 'repair.other-unit'],
    ['not accept', declineCase(aCase('pre-checked'), foreign, '材料不全', ON), 'repair.other-unit'],
    ['approve', approve(aCase('accepted'), foreign, ON), 'repair.other-unit'],
    ['refuse', refuseCase(aCase('accepted'), foreign, WHY, ON), 'repair.other-unit'],
    ['withdraw', withdraw(aCase('accepted'), foreign, '撤回', ON), 'repair.other-enterprise'],
  ])('an outsider may not %s', (_, decision, refused) => {
    expect(code(decision)).toBe(refused);
  });
});

const STEPS: Record<string, [from: Status[], step: (status: Status) => Decision, event: string]> = {
  'pre-check': [['filed'], (status) => preCheck(aCase(status), '转办', LAW, ON), 'case-pre-checked'],
  accept: [['pre-checked'], (status) => acceptCase(aCase(status), stated, LAW, ON), 'case-accepted'],
  'not-accept': [['pre-checked'], (status) => declineCase(aCase(status), stated, '材料不全', ON), 'case-not-accepted'],
  approve: [['accepted'], (status) => approve(aCase(status), stated, ON), 'case-approved'],
  refuse: [['accepted'], (status) => refuseCase(aCase(status), stated, WHY, ON), 'case-refused'],
  withdraw: [['filed', 'pre-checked', 'accepted'], (status) => withdraw(aCase(status), stated, '撤回', ON), 'case-withdrawn'],
};
const TRIED = Object.entries(STEPS).flatMap(([name, step]) =>
  (Object.keys(TRANSITIONS) as Status[]).map((status) => [name, status, step] as const),
);

describe('every step in every status', () => {
  test.each(TRIED)('%s when %s', (name, status, [from, step, event]) => {
    const decision = step(status);
    if (from.includes(status)) expect(types(decision)).toEqual([event]);
    else expect(decision).toMatchObject({ refusal: { code: 'repair.action-not-allowed', status, action: name } });
  });
});

describe('receipts', () => {
  test('close the case with the last of the five, in whatever order', () => {
    let kase = aCase('approved');
    const happened = RECEIPT_NAMES.toReversed().flatMap((name) => {
      const events = receive(kase, aReceipt(name), ON);
      kase = events.reduce(evolve, kase);
      return events;
    });
    expect(happened.map(({ type }) => type)).toEqual([...Array(5).fill('receipt-received'), 'case-closed']);
    expect(kase.status).toBe('closed');
  });

  test('count once each', () => {
    const once = receive(aCase('approved'), aReceipt('rating-reviewed'), ON).reduce(evolve, aCase('approved'));
    expect(receive(once, { ...aReceipt('rating-reviewed'), eventId: 'another' }, ON)).toEqual([]);
  });

  test.each<Status>(['filed', 'pre-checked', 'accepted', 'refused', 'withdrawn', 'not-accepted', 'closed'])(
    'mean nothing when %s',
    (status) => {
      expect(receive(aCase(status), aReceipt('record-repaired'), ON)).toEqual([]);
      expect(awaitEffects(aCase(status), ON)).toEqual([]);
    },
  );

  test('are asked for by name while they are missing, each time with the next number', () => {
    const held = receive(aCase('approved'), aReceipt('record-repaired'), ON).reduce(evolve, aCase('approved'));
    const [asked] = awaitEffects(held, ON);
    expect(asked).toMatchObject({ missing: RECEIPT_NAMES.slice(1), attempt: 1 });
    expect(awaitEffects(evolve(held, asked!), ON)).toMatchObject([{ attempt: 2 }]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkTransitions, localDate, transitionDiagram } from '@chengxin/kernel';
import { type CatalogueItem, loadLaw } from '@chengxin/law';
import { aPenalty, MARKET_REGULATION } from '../../testing/index.js';
import { readNamed } from '../reading/row.js';
import { collect } from './collect.js';
import { corrected, fulfil, mayCorrect, repair, takeBack } from './facts.js';
import type { CreditRecord } from './record.js';
import { TRANSITIONS } from './transitions.js';

const TODAY = localDate('2026-05-11');
const law = loadLaw();

function aRecord(values: Record<string, string> = {}, changes: Partial<CreditRecord> = {}): CreditRecord {
  const item = law.item('penalty', TODAY) as CatalogueItem;
  const { fields } = readNamed(aPenalty(values), item, TODAY);
  return { ...collect(law, item, fields, { sourceUnit: MARKET_REGULATION, today: TODAY }), ...changes };
}

const saying = (on: string, unit: string = MARKET_REGULATION.code) => ({ unit, on: localDate(on), today: TODAY });

describe('a fact about a record', () => {
  test.each([
    ['of its determining unit', {}, saying('2026-05-01'), undefined],
    ['of another unit', {}, saying('2026-05-01', 'other'), 'registry.not-determining-unit'],
    ['of tomorrow', {}, saying('2026-05-12'), 'registry.fact-in-future'],
    ['from before the decision', {}, saying('2026-04-19'), 'registry.fact-before-decision'],
    ['of a record taken back', { status: 'withdrawn' as const }, saying('2026-05-01'), 'registry.action-not-allowed'],
  ])('%s', (_, changes, statement, code) => {
    const record = aRecord({}, changes);
    for (const outcome of [fulfil(law, record, statement), takeBack(record, 'annul', statement), mayCorrect(record, statement)]) {
      expect(outcome.ok ? undefined : outcome.refusal.code).toBe(code);
    }
  });

  test('that the duties are met is said once, and of adverse records', () => {
    const met = fulfil(law, aRecord(), saying('2026-05-01'));
    expect(met).toMatchObject({ ok: true, value: { fulfilment: 'met', fulfilledOn: '2026-05-01' } });
    expect(met.ok && fulfil(law, met.value, saying('2026-05-02'))).toMatchObject({ refusal: { code: 'registry.fulfilment-stands' } });
    expect(fulfil(law, aRecord({}, { polarity: 'neutral' }), saying('2026-05-01'))).toMatchObject({
      refusal: { code: 'registry.no-duty' },
    });
  });

  test('a correction keeps what had happened', () => {
    const before = aRecord({}, { fulfilment: 'met', fulfilledOn: localDate('2026-05-01'), collectedOn: localDate('2026-05-02') });
    const after = corrected(law, before, aRecord({ decidedOn: '2026/04/21' }));
    expect(after).toMatchObject({
      decidedOn: '2026-04-21',
      fulfilment: 'met',
      collectedOn: '2026-05-02',
      publicity: { shownUntil: '2027-04-21' },
    });
  });

  test('every status can be reached, and none is a dead end', () => {
    expect(checkTransitions(TRANSITIONS, 'standing', ['withdrawn', 'annulled'])).toEqual({ unreachable: [], dead: [] });
  });

  test('stands in the README as the table has it', () => {
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(transitionDiagram(TRANSITIONS));
  });
});

describe('an approval', () => {
  const approval = { approvedOn: localDate('2026-08-03'), fulfilledOn: localDate('2026-05-01') };

  test('ends all three states at once', () => {
    const { record, effect } = repair(law, aRecord(), approval);
    expect(record).toMatchObject({ status: 'repaired', repairedOn: '2026-08-03', fulfilment: 'met', fulfilledOn: '2026-05-01' });
    expect(effect).toMatchObject({ shownEndedOn: '2026-08-03', sharedEndedOn: '2026-08-03', countedEndedOn: '2026-08-03' });
    expect(record.publicity).toMatchObject({ shownUntil: '2026-08-02', sharedUntil: '2026-08-02', countedUntil: '2026-08-02' });
  });

  test('is answered with the date that had passed, and without one of a state that never began', () => {
    const { effect } = repair(law, aRecord({ penaltyKinds: '警告', fineAmount: '' }), approval);
    expect(effect).not.toHaveProperty('shownEndedOn');
    expect(effect).toMatchObject({ sharedEndedOn: '2026-07-20', countedEndedOn: '2026-07-20', publicity: { sharedUntil: '2026-07-20' } });
  });

  test('is answered the same a second time', () => {
    const first = repair(law, aRecord(), approval);
    const second = repair(law, first.record, { ...approval, approvedOn: localDate('2026-09-01') });
    expect(second).toMatchObject({ record: first.record, effect: first.effect });
  });

  test('of a record taken back meanwhile leaves it taken back', () => {
    expect(repair(law, aRecord({}, { status: 'annulled' }), approval).record.status).toBe('annulled');
  });
});

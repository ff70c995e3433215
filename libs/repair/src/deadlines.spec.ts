import { localDate } from '@chengxin/kernel';
import { loadLaw } from '@chengxin/law';
import { describe, expect, test } from '@jest/globals';
import { aHistory } from '../testing/index.js';
import { clocks, deadlines, nextDeadline } from './deadlines.js';
import { evolve, replay } from './evolve.js';
import { type Status } from './transitions.js';

const LAW = loadLaw();
const caseOf = (status: Status, on = '2026-08-12') => replay(aHistory(status, localDate(on)));

describe('the deadlines of a case', () => {
  test.each([
    ['an ordinary week', '2026-08-12', ['2026-08-13', '2026-08-17', '2026-08-26', '2026-08-26']],
    ['before a make-up day', '2026-05-08', ['2026-05-09', '2026-05-12', '2026-05-21', '2026-05-21']],
    ['before the national holidays', '2026-09-30', ['2026-10-08', '2026-10-10', '2026-10-20', '2026-10-20']],
  ])('filed in %s', (_, filedOn, dates) => {
    const { preCheck, acceptance, decision, overall } = deadlines({ filedOn: localDate(filedOn) }, LAW);
    expect([preCheck, acceptance, decision, overall].map(({ dueOn }) => dueOn)).toEqual(dates);
  });

  test('count the decision from the acceptance', () => {
    const { decision } = deadlines({ filedOn: localDate('2026-08-12'), acceptedOn: localDate('2026-08-13') }, LAW);
    expect(decision).toMatchObject({ dueOn: '2026-08-24', workingDays: 7, provisional: false });
  });

  test('are provisional where they cross into a year without a notice', () => {
    const { preCheck, decision } = deadlines({ filedOn: localDate('2026-12-28') }, LAW);
    expect(preCheck.provisional).toBe(false);
    expect(decision.provisional).toBe(true);
  });
});

describe('the clocks of a case', () => {
  test.each([
    ['2026-08-12', 'running', 1, 'running', 3],
    ['2026-08-13', 'running', 0, 'running', 2],
    ['2026-08-14', 'overdue', -1, 'running', 1],
    ['2026-08-18', 'overdue', -3, 'overdue', -1],
  ])('filed on 2026-08-12, seen on %s', (on, city, cityLeft, legal, legalLeft) => {
    const seen = clocks(caseOf('filed'), LAW, localDate(on));
    expect(seen.city).toMatchObject({ state: city, workingDaysLeft: cityLeft });
    expect(seen.legal).toMatchObject({ state: legal, workingDaysLeft: legalLeft });
  });

  test.each<[Status, string[]]>([
    ['pre-checked', ['kept', 'running', 'running']],
    ['accepted', ['kept', 'running', 'running']],
    ['not-accepted', ['kept', 'kept', 'kept']],
    ['approved', ['kept', 'kept', 'kept']],
    ['refused', ['kept', 'kept', 'kept']],
    ['withdrawn', ['stopped', 'stopped', 'stopped']],
    ['closed', ['kept', 'kept', 'kept']],
  ])('of a case that was %s in time', (status, states) => {
    const { city, legal, overall } = clocks(caseOf(status), LAW, localDate('2026-08-12'));
    expect([city, legal, overall].map(({ state }) => state)).toEqual(states);
  });

  test('say missed when the step was done late', () => {
    const late = evolve(caseOf('filed', '2026-08-03'), aHistory('pre-checked')[1]!);
    expect(clocks(late, LAW, localDate('2026-08-12')).city).toMatchObject({ state: 'missed', doneOn: '2026-08-12', dueOn: '2026-08-04' });
  });

  test.each<[Status, string | undefined]>([
    ['filed', 'repair-pre-check'],
    ['pre-checked', 'repair-acceptance'],
    ['accepted', 'repair-decision'],
    ['approved', undefined],
    ['closed', undefined],
    ['withdrawn', undefined],
  ])('let a case that is %s wait for %s', (status, clock) => {
    expect(nextDeadline(caseOf(status), LAW)?.clock).toBe(clock);
  });
});

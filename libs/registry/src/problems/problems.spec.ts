import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkTransitions, localDate, transitionDiagram } from '@chengxin/kernel';
import { type CatalogueItem, loadLaw } from '@chengxin/law';
import { act, problemsIn, reportOverdue } from './problem.js';
import { PROBLEM_TRANSITIONS } from './transitions.js';

const TODAY = localDate('2026-05-11');
const law = loadLaw();

describe('the way of a problem', () => {
  test('reaches every status and comes to its end', () => {
    expect(checkTransitions(PROBLEM_TRANSITIONS, 'open', ['struck-off'])).toEqual({ unreachable: [], dead: [] });
  });

  test('stands in the README as the table has it', () => {
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(transitionDiagram(PROBLEM_TRANSITIONS));
  });

  test('is not closed before its unit has answered, and not answered once it is closed', () => {
    expect(act('open', 'answer')).toEqual({ ok: true, value: 'answered' });
    expect(act('open', 'close')).toEqual({ ok: false, refusal: { code: 'registry.problem-action-not-allowed', status: 'open' } });
    expect(act('closed', 'answer')).toMatchObject({ ok: false });
  });
});

describe('a month of a source', () => {
  test.each([
    ['with nothing', { rows: 0, refused: 0, onTime: 0, late: 0 }, []],
    ['at both bounds', { rows: 100, refused: 20, onTime: 95, late: 5 }, []],
    ['beyond the bound of lateness', { rows: 100, refused: 20, onTime: 94, late: 6 }, ['late-records']],
    ['with too few faults to speak of', { rows: 4, refused: 2, onTime: 0, late: 2 }, []],
    ['beyond both', { rows: 8, refused: 3, onTime: 2, late: 3 }, ['late-records', 'refused-rows']],
  ])('%s has these problems', (_, month, faults) => {
    expect(problemsIn(month, law, TODAY).map(({ fault }) => fault)).toEqual(faults);
  });

  test('says what it found, in both languages and with the entry', () => {
    const [problem] = problemsIn({ rows: 10, refused: 3, onTime: 7, late: 0 }, law, TODAY);
    expect(problem).toEqual({
      fault: 'refused-rows',
      description: { zh: '本月10条中有3条被退回的行，超过20%', en: '3 of 10 this month are rows refused, more than 20 %' },
      entry: 'quality.refused-rows.2015',
    });
    expect(reportOverdue(law.item('penalty', TODAY) as CatalogueItem, TODAY)).toMatchObject({ fault: 'report-overdue' });
  });
});

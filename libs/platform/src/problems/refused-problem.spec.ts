import { describe, expect, test } from '@jest/globals';
import { accept, refuse, type Result } from '@chengxin/kernel';
import { accepted, type RefusedProblem, type RefusalTable } from './refused-problem.js';

type Refusal = { code: 'repair.publicity-running'; endsOn: string } | { code: 'repair.obligations-open'; open: string[] };

const TABLE: RefusalTable<Refusal['code']> = {
  'repair.publicity-running': { status: 422, zh: '公示至 {endsOn}', en: 'Shown until {endsOn}' },
  'repair.obligations-open': { status: 422, zh: '未履行：{open}', en: 'Open: {open}' },
};

const refused = (refusal: Refusal): RefusedProblem => {
  try {
    accepted<never, Refusal>(refuse(refusal), TABLE);
  } catch (error) {
    return error as RefusedProblem;
  }
  throw new Error('was accepted');
};

describe('an outcome', () => {
  test('gives its value when it was accepted', () => {
    const outcome: Result<number, Refusal> = accept(7);
    expect(accepted(outcome, TABLE)).toBe(7);
  });

  test('is thrown with status, facts and both texts when it was refused', () => {
    expect(refused({ code: 'repair.publicity-running', endsOn: '2026-05-11' })).toMatchObject({
      code: 'repair.publicity-running',
      status: 422,
      facts: { endsOn: '2026-05-11' },
      texts: { zh: '公示至 2026-05-11', en: 'Shown until 2026-05-11' },
    });
  });

  test('lists what its texts speak of', () => {
    expect(refused({ code: 'repair.obligations-open', open: ['fine', 'report'] }).texts.en).toBe('Open: fine, report');
  });
});

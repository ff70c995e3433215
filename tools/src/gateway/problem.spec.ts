import { describe, expect, test } from '@jest/globals';
import { problemOf, problemText } from './problem.js';

const REFUSED = {
  type: '/problems/request.invalid',
  title: 'Invalid',
  status: 400,
  texts: { zh: '请求内容不符合要求', en: 'The request does not have the required shape' },
  correlationId: 'c-1',
  errors: [{ in: 'body', pointer: '/asOf', rule: 'matches', zh: '格式不符', en: 'must match' }],
};

describe('a refusal', () => {
  test('is told in both languages, with a line for each fault', () => {
    const document = problemOf(400, 'application/problem+json; charset=utf-8', JSON.stringify(REFUSED));
    expect(problemText('POST /batches', document).split('\n')).toEqual([
      '请求内容不符合要求',
      'The request does not have the required shape',
      '  body /asOf: 格式不符 / must match',
      '(POST /batches was answered 400, /problems/request.invalid, correlation c-1)',
    ]);
  });

  test('of a record is told fault by fault, with how to mend it', () => {
    const field = { name: 'decidedOn', zh: '处罚决定日期' };
    const faults = [
      { field, rule: { zh: '晚于今天', en: 'is after today' }, mend: { zh: '请改正', en: 'correct it' }, found: '2027-01-01' },
    ];
    expect(problemText('POST /records', { ...REFUSED, errors: [], faults })).toContain(
      '\n  处罚决定日期 (decidedOn): 晚于今天 / is after today [2027-01-01] → 请改正 / correct it\n',
    );
  });

  test.each([
    ['text/html', '<h1>Bad gateway</h1>'],
    ['application/json', '<h1>Bad gateway</h1>'],
    [null, '<h1>Bad gateway</h1>'],
  ])('that is no problem document (%s) is shown as it came', (type, body) => {
    expect(problemText('GET /events', problemOf(502, type, body))).toBe(
      '<h1>Bad gateway</h1>\n(GET /events was answered 502, about:blank)',
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { type Pair, reportOf, reportText } from './report.js';

const PAIR: Pair = {
  topic: 'credit.registry.records',
  producer: 'registry',
  consumer: 'rating',
  kind: 'acts',
  ...{ produced: 1_000, applied: 1_000, missing: 0, twice: 0, outOfOrder: 0, unknown: 0, parked: 0, examples: {} },
};

describe('the report of a reconciliation', () => {
  test('is clean when every pair is', () => {
    const report = reportOf([PAIR, { ...PAIR, consumer: 'audit', kind: 'on' }]);
    expect(report.clean).toBe(true);
    expect(reportText(report)).toMatch(
      /credit\.registry\.records {2}audit +on +1,000 +1,000 +0 +0 +0 +0 +0\nclean: 2,000 applications in 2 pairs/,
    );
  });

  test.each(['missing', 'twice', 'outOfOrder', 'unknown', 'parked'])('is not clean when one pair has something %s', (fault) => {
    expect(reportOf([PAIR, { ...PAIR, [fault]: 1 }]).clean).toBe(false);
  });

  test('names the first events of a fault', () => {
    const missing = [{ key: '91429502MA4KC7Y11P', sequence: 7, eventId: '019e0000-0000-7000-8000-000000000001' }];
    expect(reportText(reportOf([{ ...PAIR, missing: 1, examples: { missing } }]))).toContain(
      'missing at rating (acts) of credit.registry.records: 91429502MA4KC7Y11P #7 (019e0000-0000-7000-8000-000000000001)\nnot clean: 1 of 1 pairs differ',
    );
  });
});

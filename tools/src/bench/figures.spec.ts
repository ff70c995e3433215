import { describe, expect, test } from '@jest/globals';
import { figureOf, median, type Results } from './figures.js';
import { type Job, JOBS, type Row } from './jobs.js';
import type { Outcome } from './outcome.js';

const job = (code: string): Job => JOBS.find((each) => each.code === code) as Job;
const row = (of: Job, code: string): Row => of.rows.find((each) => each.code === code) as Row;
const took = (seconds: number, more: Partial<Outcome> = {}): Outcome => ({ seconds, units: 1_000, checked: true, ...more });
const results = (given: Partial<Results>): Results => ({ limit: [], product: [], grown: [], faults: [], ...given });
const drain = job('outbox-drain');

test('the median of an even number lies between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});

describe('a row', () => {
  test('compares rates round by round and takes the median', () => {
    const given = results({ limit: [took(1), took(1), took(1)], product: [took(4), took(2), took(1.25)] });
    expect(figureOf(row(drain, 'outbox-drain'), drain, given)).toMatchObject({
      ...{ ratio: 0.5, lowest: 0.25, highest: 0.8, limit: 1_000, product: 500, verdict: 'met' },
    });
  });

  test.each([
    [1.25, 'goal'],
    [2, 'met'],
    [2.1, 'missed'],
  ])('whose product takes %d times as long is %s', (seconds, verdict) => {
    const given = results({ limit: [took(1)], product: [took(seconds)] });
    expect(figureOf(row(drain, 'outbox-drain'), drain, given).verdict).toBe(verdict);
  });

  test('whose result was wrong in one round counts as zero', () => {
    const given = results({ limit: [took(1), took(1)], product: [took(1), took(1, { checked: false })] });
    expect(figureOf(row(drain, 'outbox-drain'), drain, given)).toMatchObject({ ratio: 0, checked: false, verdict: 'wrong' });
  });

  test('whose program died is wrong, however fast it was before', () => {
    const given = results({ limit: [took(1)], product: [took(1)], faults: ['ended with 1'] });
    expect(figureOf(row(drain, 'outbox-drain'), drain, given).verdict).toBe('wrong');
  });

  test('of times is better when lower', () => {
    const latency = job('re-rating');
    const given = results({ limit: [took(60, { p50: 3, p99: 10 })], product: [took(60, { p50: 7, p99: 50 })] });
    expect(figureOf(row(latency, 're-rating-p50'), latency, given)).toMatchObject({ ratio: 7 / 3, verdict: 'goal' });
    expect(figureOf(row(latency, 're-rating-p99'), latency, given)).toMatchObject({ ratio: 5, verdict: 'missed' });
  });

  test('of growth compares the cost of a unit with that at the usual number', () => {
    const given = results({ product: [took(1), took(2), took(3)], grown: [took(2.4)] });
    expect(figureOf(row(drain, 'outbox-drain-growth'), drain, given)).toMatchObject({ ratio: 1.2, verdict: 'met' });
    expect(figureOf(row(drain, 'outbox-drain-growth'), drain, results({ product: [took(1)] })).verdict).toBe('not measured');
  });

  test('of memory stands for itself', () => {
    const memory = job('memory');
    const given = results({ product: [took(1, { peakMegabytes: 171 })] });
    expect(figureOf(row(memory, 'memory-service'), memory, given)).toMatchObject({ product: 171, ratio: 171, verdict: 'missed' });
  });
});

import { expect, test } from '@jest/globals';
import { figureOf } from './figures.js';
import { JOBS } from './jobs.js';
import { optionsFrom } from './options.js';
import { outcomeIn } from './outcome.js';
import { betweenMarks, tableOf } from './table.js';

const machine = {
  ...{ day: '2026-05-11', cpu: 'a processor', cores: 2, memoryGb: 24, loadBefore: '0.1', loadAfter: '1.9', versions: 'Node 24' },
};

test('a table has a line for each row, with both titles, the range, floor and verdict, and names the machine', () => {
  const figures = JOBS.filter(({ code }) => code === 'outbox-drain').flatMap((job) => {
    const outcome = (seconds: number) => ({ seconds, units: 100_000, checked: true });
    return job.rows.map((row) => figureOf(row, job, { limit: [outcome(1)], product: [outcome(1.6)], grown: [], faults: [] }));
  });
  const table = tableOf(figures, machine);
  expect(table).toContain('| Outbox drain 发件箱积压清空 | 100,000/s | 62,500/s | 0.625 (0.625–0.625) | ≥ 0.5 | ≥ 0.75 | met |');
  expect(table).toContain('a processor, 2 cores, 24 GB; load 0.1 before, 1.9 after');
});

test('a table replaces the one between the marks, and nothing else', () => {
  const text = 'before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n';
  expect(betweenMarks(text, 'new')).toBe('before\n<!-- bench: begin -->\n\nnew\n\n<!-- bench: end -->\nafter\n');
  expect(() => betweenMarks('nothing', 'new')).toThrow('there is no place for the table');
});

test('the outcome of a program is its last line that is one', () => {
  const said = 'starting\n{"seconds":9,"units":1,"checked":true}\n{"seconds":1.5,"units":2,"checked":false,"p50":3}\nDebugger ended\n';
  expect(outcomeIn(said)).toEqual({ seconds: 1.5, units: 2, checked: false, p50: 3 });
  expect(() => outcomeIn('{"seconds":1}\nit died')).toThrow('it died');
});

test('jobs are chosen by their codes, by a row, or by the last word of one', () => {
  expect(optionsFrom(['--rows', 'import,consumer-drain,credit-file-gateway', '--rounds', '3', '--no-growth'])).toMatchObject({
    jobs: [{ code: 'import' }, { code: 'consumer-drain' }, { code: 'credit-file' }],
    rounds: 3,
    growth: false,
  });
  expect(optionsFrom(['--rows', 'drain']).jobs.map(({ code }) => code)).toEqual(['outbox-drain', 'consumer-drain']);
  expect(() => optionsFrom(['--rows', 'teleport'])).toThrow('there is no row teleport');
  expect(() => optionsFrom(['--size', 'many'])).toThrow('--size');
});

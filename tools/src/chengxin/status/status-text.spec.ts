import { describe, expect, test } from '@jest/globals';
import { countsOf, type ServiceStatus, workOf } from './services.js';
import { statusText } from './status-text.js';

const status = (service: string, counts: Record<string, number>): ServiceStatus => ({
  service,
  pid: 1,
  memory: 0,
  counts,
  outbox: { unpublished: 2, oldestSeconds: 0.1 },
  lag: { 'credit.registry.records': 3, 'credit.registry.subjects': 4 },
  parked: { 'credit.registry.records': 1 },
  timers: { overdue: 0 },
});

describe('the status of the platform', () => {
  test('counts first what the platform is about, then what else its services count', () => {
    const statuses = [
      status('rating', { rated: 3 }),
      status('repair', { cases: 1 }),
      status('audit', { entries: 40 }),
      status('registry', { records: 9, subjects: 5 }),
    ];
    expect(Object.entries(countsOf(statuses))).toEqual([
      ['subjects', 5],
      ['records', 9],
      ['events', 40],
      ['rated', 3],
      ['repair.cases', 1],
    ]);
  });

  test('says what is on its way at a service', () => {
    expect(workOf(status('rating', {}))).toEqual({ unpublished: 2, lag: 7, overdue: 0, parked: 1 });
  });

  test('is a table of processes, the counts and business time', () => {
    const registry = {
      name: 'registry',
      pid: 4711,
      port: 8081,
      health: 'ready' as const,
      memoryMb: 120,
      shareMb: 65,
      restarts: 0,
      unpublished: 0,
    };
    const text = statusText({
      processes: [registry, { name: 'kafka', health: 'down' }],
      counts: { subjects: 5_000 },
      memoryMb: 1_120,
      businessTime: '2026-05-11T01:00:00.000Z',
      today: '2026-05-11',
      faults: [],
    });
    expect(text.split('\n').slice(1)).toEqual([
      'registry  4711  8081  ready   120         0           0',
      'kafka                 down',
      'memory 1,120 MB together, what they share counted once',
      '',
      'subjects 5,000',
      'business time 2026-05-11 (2026-05-11T01:00:00.000Z)',
    ]);
  });
});

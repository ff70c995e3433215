import { describe, expect, test } from '@jest/globals';
import type { WatermarkAnnouncedV1 } from '@chengxin/contracts';
import { WatermarkBook } from './watermark-book.js';

const mark = (epoch: number, second: number, end: string): WatermarkAnnouncedV1 => ({
  service: 'registry',
  epoch,
  at: `2026-05-11T01:00:${String(second).padStart(2, '0')}.000Z`,
  offsets: { records: { '0': end, '1': '0' }, reports: { '0': '99' } },
});
const book = (...marks: WatermarkAnnouncedV1[]): WatermarkBook => {
  const found = new WatermarkBook();
  found.subscribe(['records']);
  for (const one of marks) found.add(one);
  return found;
};
const consumed = (end: string) => ({ records: { '0': end } });

describe('watermarks', () => {
  test('the newest that the offsets reach counts; topics not consumed do not matter', () => {
    const { reached } = {
      reached: (end: string) => book(mark(1, 1, '5'), mark(1, 2, '7'), mark(1, 3, '9')).reached('registry', consumed(end))?.at,
    };
    expect(reached('4')).toBeUndefined();
    expect(reached('5')).toContain('01:00:01');
    expect(reached('8')).toContain('01:00:02');
    expect(reached('9')).toContain('01:00:03');
  });

  test('one of an earlier leader is ignored', () => {
    expect(book(mark(2, 1, '5'), mark(1, 2, '0')).newest('registry')?.epoch).toBe(2);
  });

  test('nothing is known of a service that was not heard', () => {
    expect(book().reachedAt(consumed('9'))).toEqual({});
  });

  test('a derived fact is as of the earliest time along the inputs, of the services asked for', () => {
    const rating = (inputs: Record<string, string>) => ({
      ...mark(1, 5, '3'),
      service: 'rating' as const,
      offsets: { ratings: { '0': '3' } },
      inputs,
    });
    const asOf = (inputs: Record<string, string>, services: ('registry' | 'rating')[] = ['registry', 'rating']) =>
      book(mark(1, 4, '5'), rating(inputs)).earliest(services, consumed('5'));
    expect(asOf({})).toContain('01:00:04');
    expect(asOf({ registry: '2026-05-11T01:00:02.000Z' })).toContain('01:00:02');
    expect(asOf({ registry: '2026-05-11T01:00:09.000Z' })).toContain('01:00:04');
    expect(asOf({ repair: '2026-05-11T01:00:01.000Z' })).toContain('01:00:04');
    expect(asOf({ registry: '2026-05-11T01:00:02.000Z' }, ['rating'])).toContain('01:00:05');
    expect(book(rating({})).earliest(['registry', 'rating'], consumed('5'))).toBeUndefined();
  });

  test.each([
    ['a key', { records: ['a'] }, 'a', true],
    ['another key', { records: ['a'] }, 'b', false],
    ['a key of a whole topic', { records: ['a'], cases: ['*'] }, 'b', true],
  ])('the newest says what is parked, reached or not: %s', (_, parked, key, isParked) => {
    expect(book(mark(1, 1, '0'), { ...mark(1, 2, '9'), parked }).isParkedAt(['registry'], key)).toBe(isParked);
    expect(book({ ...mark(1, 1, '0'), parked }, mark(1, 2, '9')).isParkedAt(['registry'], key)).toBe(false);
    expect(book({ ...mark(1, 1, '0'), parked }).isParkedAt(['rating'], key)).toBe(false);
  });

  test('after long silence of its own it still reaches what it can', () => {
    const marks = Array.from({ length: 700 }, (_, n) => ({ ...mark(1, 0, String(n)), at: new Date(n * 1000).toISOString() }));
    expect(book(...marks).reached('registry', consumed('650'))?.offsets['records']?.['0']).toBe('650');
  });
});

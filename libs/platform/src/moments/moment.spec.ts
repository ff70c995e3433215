import { localDate } from '@chengxin/kernel';
import { describe, expect, test } from '@jest/globals';
import { type RefusedProblem } from '../problems/refused-problem.js';
import { type MomentAsked, momentOf, momentView, type NewestMoment } from './moment.js';

const NEWEST: NewestMoment = { today: localDate('2026-05-11'), knownAt: new Date('2026-11-25T08:00:00.500Z') };

const refusalOf = (asked: MomentAsked, newest = NEWEST): RefusedProblem => {
  try {
    momentOf(asked, newest);
  } catch (error) {
    return error as RefusedProblem;
  }
  throw new Error('was read');
};

describe('a moment', () => {
  test('is none where none is asked for, and known as far as anything is where only a day is', () => {
    expect(momentOf({}, NEWEST)).toBeUndefined();
    expect(momentOf({ effectiveAt: '2026-05-11' }, NEWEST)).toEqual({ effectiveAt: '2026-05-11', knownAt: NEWEST.knownAt });
    expect(momentOf({ knownAt: '2026-11-25T08:00:00Z' }, NEWEST)).toEqual({ knownAt: new Date('2026-11-25T08:00:00.000Z') });
    expect(momentOf({ knownAt: '2026-11-25T08:00:00.500Z' }, NEWEST)?.knownAt).toEqual(NEWEST.knownAt);
  });

  test.each([
    ['a day that is none', { effectiveAt: '2026-02-30' }, ['/effectiveAt']],
    ['nothing', { effectiveAt: '' }, ['/effectiveAt']],
    ['a time without a zone', { knownAt: '2026-05-11T01:00:00' }, ['/knownAt']],
    ['a date for an instant', { knownAt: '2026-05-11' }, ['/knownAt']],
    ['an hour that is none', { knownAt: '2026-05-11T24:00:00Z' }, ['/knownAt']],
    [
      'a day that is none in an instant, and both at once',
      { effectiveAt: 'x', knownAt: '2026-02-29T01:00:00Z' },
      ['/effectiveAt', '/knownAt'],
    ],
    ['a parameter given twice', { knownAt: '2026-05-11T01:00:00Z,2026-05-11T01:00:00Z' }, ['/knownAt']],
  ])('of the wrong shape is refused: %s', (_, asked, pointers) => {
    const { status, facts } = refusalOf(asked);
    expect(status).toBe(400);
    expect((facts.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('that has not come is refused with the newest allowed', () => {
    expect(refusalOf({ effectiveAt: '2026-05-12' })).toMatchObject({
      status: 422,
      code: 'moment.not-yet-effective',
      facts: { newestAllowed: '2026-05-11' },
    });
    expect(refusalOf({ knownAt: '2026-11-25T08:00:00.501Z' })).toMatchObject({
      status: 422,
      code: 'moment.not-yet-known',
      facts: { newestAllowed: '2026-11-25T08:00:00.500Z' },
    });
  });

  test('cannot be read while nothing is known of how new the copies are', () => {
    expect(refusalOf({ effectiveAt: '2026-05-11' }, { ...NEWEST, knownAt: undefined }).status).toBe(503);
    expect(refusalOf({ knownAt: '2026-05-11T01:00:00Z' }, { ...NEWEST, knownAt: undefined }).status).toBe(503);
  });
});

describe('the digest of what is shown of a moment', () => {
  const moment = { effectiveAt: localDate('2026-05-01'), knownAt: new Date('2026-11-25T08:00:00Z') };
  const shown = { records: [{ recordId: 'a', version: 1 }] };
  const digestOf = (...parameters: Parameters<typeof momentView>): string => momentView(...parameters).digest;
  const digest = digestOf(moment, NEWEST.today, shown);

  test('stays as the days of the rights pass', () => {
    expect(digestOf(moment, localDate('2027-01-01'), { ...shown })).toBe(digest);
  });

  test.each([
    ['day', { ...moment, effectiveAt: localDate('2026-05-02') }, shown],
    ['knowledge', { ...moment, knownAt: new Date('2026-11-25T08:00:01Z') }, shown],
    ['version', moment, { records: [{ recordId: 'a', version: 2 }] }],
    ['content, where something is left out', moment, { records: [] }],
  ])('is another with another %s', (_, other, seen) => {
    expect(digestOf(other, NEWEST.today, seen)).not.toBe(digest);
  });
});

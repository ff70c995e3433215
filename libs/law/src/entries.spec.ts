import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate, localDate } from '@chengxin/kernel';
import { type Entries, type EntryKind, SHIPPED } from './entries.js';
import { faultsOf } from './faults.js';
import { dated, KINDS } from './kinds.js';

const kinds = Object.keys(KINDS) as EntryKind[];
const FIRST = localDate('2040-01-01');

/** The set with the last entry of a kind changed, and with more added to it. */
function damaged<K extends EntryKind>(kind: K, change: object, ...more: object[]): Entries {
  const entries: readonly Entries[K][number][] = SHIPPED[kind];
  const last = entries.at(-1);
  return { ...SHIPPED, [kind]: [...entries.slice(0, -1), { ...last, ...change }, ...more.map((other) => ({ ...last, ...other }))] };
}

const nameOf = (kind: EntryKind, from: LocalDate, id: string): string =>
  kind === 'areas' ? `area.${SHIPPED.areas.at(-1)?.code}.${from}` : id;

const lastOf = (kind: EntryKind) => dated(kind, SHIPPED[kind]).at(-1) ?? { id: '', from: FIRST };

describe('the shipped entries', () => {
  test('neither overlap nor leave a gap, and every record has a class', () => {
    expect(faultsOf(SHIPPED)).toEqual([]);
  });

  test.each(kinds)('each of %s has a name, and but for areas a source and a mark', (kind) => {
    for (const entry of SHIPPED[kind]) {
      if (kind !== 'areas') expect(entry).toMatchObject({ id: expect.stringMatching(/^[\w.-]+$/), source: expect.any(String) });
      if ('mark' in entry) expect(['confirmed', 'recalled', 'assumed']).toContain(entry.mark);
    }
  });
});

describe('a set of entries is found wrong', () => {
  test.each(kinds)('when two of %s overlap', (kind) => {
    const { id, from } = lastOf(kind);
    const wrong = damaged(kind, {}, { id: 'other', from: addDays(from, 1) });
    expect(faultsOf(wrong)).toContain(
      `${nameOf(kind, from, id)} and ${nameOf(kind, addDays(from, 1), 'other')} overlap from ${addDays(from, 1)}`,
    );
  });

  test.each(kinds.filter((kind) => KINDS[kind].span !== 'free'))('when %s leave a gap', (kind) => {
    const { id } = lastOf(kind);
    const wrong = damaged(kind, { until: localDate('2039-12-30') }, { id: 'other', from: FIRST, until: undefined });
    expect(faultsOf(wrong)).toContain(`no entry between ${id} and other from 2039-12-31`);
  });

  test.each(kinds.filter((kind) => KINDS[kind].span === 'open'))('when %s end and nothing follows', (kind) => {
    const wrong = damaged(kind, { until: localDate('2039-12-31') });
    expect(faultsOf(wrong)).toContain(`nothing follows ${lastOf(kind).id} after 2039-12-31`);
  });

  test.each(kinds)('when two of %s bear one name', (kind) => {
    expect(faultsOf(damaged(kind, {}, {}))).toContain(`${lastOf(kind).id} is borne by two entries`);
  });

  test('when one ends before it begins', () => {
    expect(faultsOf(damaged('clocks', { until: localDate('2020-01-01') }))).toContain(
      'clock.annulment-withdrawal.2021 ends before it begins',
    );
  });

  test('when a penalty has no class', () => {
    const wrong = { ...SHIPPED, classes: SHIPPED.classes.filter(({ id }) => id !== 'class.large-fine.2026') };
    expect(faultsOf(wrong)).toEqual(['no class on 2026-04-01 for penalty 罚款 ordinary large']);
  });

  test('when one contradicts itself', () => {
    const off = [localDate('2027-01-01'), localDate('2026-05-09')];
    expect(faultsOf(damaged('calendars', { off }))).toEqual([
      'calendar.2026 names 2027-01-01, on which it is not in force',
      'calendar.2026 has 2026-05-09 both off and worked',
    ]);
    expect(faultsOf(damaged('fineThresholds', { largeFrom: 2, hugeFrom: 1 }))).toEqual([
      'fine-threshold.any.1949 has huge fines below large ones',
    ]);
    expect(faultsOf(damaged('publicity', { minimum: { months: 48 } }))).toEqual([
      'publicity.serious.2026 has a minimum longer than its maximum',
    ]);
    expect(faultsOf(damaged('transition', { from: localDate('2026-06-01') }))).toEqual([
      'transition.2026 begins after 2026-04-01, the day it decides on, and would never be read',
    ]);
  });
});

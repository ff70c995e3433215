import { describe, expect, test } from '@jest/globals';
import { addWorkingDays, findArea, localDate } from '@chengxin/kernel';
import { type EntryKind, loadLaw, type Overlay, type OverlayChange, OverlayRefused } from './index.js';

const on = localDate('2026-05-11');
const DATED = { source: '澄州市政府文件(虚构)', mark: 'confirmed', from: '2026-04-01' };

const change = (kind: EntryKind, entry: Record<string, unknown>, succeeds?: string): OverlayChange => ({
  kind,
  what: 'changes something',
  why: 'the city wants it',
  ...(succeeds !== undefined && { succeeds }),
  entry,
});

const overlay = (...changes: OverlayChange[]): Overlay => ({ city: '澄州市', changes });

function faultsOf(wrong: unknown): readonly string[] {
  try {
    loadLaw(wrong as Overlay);
  } catch (error) {
    if (error instanceof OverlayRefused) return error.faults;
    throw error;
  }
  return [];
}

describe('the overlay of a city', () => {
  test('adds areas', () => {
    const law = loadLaw(overlay(change('areas', { code: '429500', name: '澄州市', from: '1949-10-01' })));
    expect(findArea('429500', on, law.areas)?.name).toBe('澄州市');
    expect(findArea('420200', on, law.areas)?.name).toBe('黄石市');
    expect(findArea('429500', on)).toBeUndefined();
  });

  test('renames an area by succeeding it', () => {
    const renamed = { code: '420205', name: '新铁山区', from: '2027-01-01' };
    const { areas } = loadLaw(overlay(change('areas', renamed, 'area.420205.1949-10-01')));
    expect(findArea('420205', localDate('2026-12-31'), areas)?.name).toBe('铁山区');
    expect(findArea('420205', localDate('2027-01-01'), areas)?.name).toBe('新铁山区');
  });

  test('turns the switch for older records off', () => {
    const off = { ...DATED, id: 'transition.chengzhou', before: '2026-04-01', notBefore: '2026-04-01', applies: false };
    const law = loadLaw(overlay(change('transition', off, 'transition.2026')));
    expect(law.transition).toMatchObject({ id: 'transition.chengzhou', applies: false });
    expect(law.text).toContain('"id":"transition.2026"');
  });

  test('succeeds a deadline: the earlier one holds through the day before', () => {
    const two = {
      ...DATED,
      id: 'clock.repair-pre-check.chengzhou',
      clock: 'repair-pre-check',
      workingDays: 2,
      by: 'city',
      from: '2026-07-01',
    };
    const law = loadLaw(overlay(change('clocks', two, 'clock.repair-pre-check.2026')));
    expect(law.clock('repair-pre-check', localDate('2026-06-30'))).toMatchObject({ workingDays: 1, until: '2026-06-30' });
    expect(law.clock('repair-pre-check', localDate('2026-07-01')).workingDays).toBe(2);
    expect(loadLaw().clock('repair-pre-check', localDate('2026-07-01'))).not.toHaveProperty('until');
  });

  test('succeeds what it has itself added', () => {
    const first = { ...DATED, id: 'fine-threshold.food.2026', sector: 'food', largeFrom: 10_000 };
    const second = { ...first, id: 'fine-threshold.food.2027', from: '2027-01-01', largeFrom: 20_000 };
    const law = loadLaw(overlay(change('fineThresholds', first), change('fineThresholds', second, first.id)));
    expect(law.fineThreshold('food', on).largeFrom).toBe(10_000);
    expect(law.fineThreshold('food', localDate('2027-01-01')).largeFrom).toBe(20_000);
    expect(law.fineThreshold('drug', on).sector).toBe('any');
  });

  test('publishes the holidays of a year, and its deadlines are provisional no more', () => {
    const year = { ...DATED, id: 'calendar.2027', from: '2027-01-01', until: '2027-12-31', off: ['2027-01-01'], work: ['2027-01-03'] };
    const { calendar } = loadLaw(overlay(change('calendars', year)));
    expect(addWorkingDays(calendar, localDate('2026-12-31'), 1)).toEqual({ date: '2027-01-03', provisional: false });
  });

  test('knows a unit of the city before the words of the shipped table', () => {
    const line = { ...DATED, id: 'sector.chengzhou.park', sector: 'environment', units: ['11429500011000019X'] };
    const law = loadLaw(overlay(change('sectors', line)));
    expect(law.sectorOf('11429500011000019X', '澄州市市场监督管理局', '', on).sector).toBe('environment');
  });

  test('succeeds an item of the catalogue and a domain', () => {
    const [item] = loadLaw()
      .catalogue(on)
      .filter(({ code }) => code === 'honour');
    const [domain] = loadLaw().domains(on);
    const law = loadLaw(
      overlay(
        change('catalogue', { ...item, id: 'catalogue.honour.chengzhou', from: '2026-05-01', updateCycleDays: 7 }, item?.id),
        change('domains', { ...domain, id: 'domain.chengzhou', from: '2026-05-01', validityDays: 3 }, domain?.id),
      ),
    );
    expect(law.item('honour', on)?.updateCycleDays).toBe(7);
    expect(domain && law.domain(domain.code, on)?.validityDays).toBe(3);
  });

  test('every shipped entry could have come in by an overlay', () => {
    const law = loadLaw();
    const copies = [...law.catalogue(on), ...law.domains(on)].map((entry) => ({
      ...entry,
      id: `${entry.id}.chengzhou`,
      from: '2026-05-01',
    }));
    const changes = copies.map((copy) => change('fields' in copy ? 'catalogue' : 'domains', copy, copy.id.replace('.chengzhou', '')));
    expect(faultsOf(overlay(...changes))).toEqual([]);
  });

  test('makes another law, told by its text', () => {
    const area = change('areas', { code: '429500', name: '澄州市', from: '1949-10-01' });
    expect(loadLaw(overlay(area)).text).not.toBe(loadLaw().text);
    expect(loadLaw(overlay(area)).text).toBe(loadLaw(overlay({ ...area })).text);
    expect(loadLaw(overlay({ ...area, why: 'another reason' })).text).not.toBe(loadLaw(overlay(area)).text);
  });
});

describe('an overlay is refused', () => {
  const clock = { ...DATED, id: 'clock.x', clock: 'repair-decision', workingDays: 5, by: 'law' };

  test.each<[string, unknown, string[]]>([
    ['when it is none', 'overlay', [' must be an object']],
    ['without a city and changes', {}, ['city must be a text', 'changes must be a list']],
    [
      'when a change says neither what nor why',
      { city: '澄州市', changes: [{ kind: 'laws', entry: 1, note: '' }] },
      [
        'changes[0].note is not known here',
        'changes[0].kind must be one of adverseLimits, areas, calendars, catalogue, classes, clocks, domains, fineThresholds, maximumEnds, publicity, purposes, qualityBounds, ratingScales, retention, sectors, transition',
        'changes[0].what must be a text',
        'changes[0].why must be a text',
        'changes[0].entry must be an object',
      ],
    ],
    [
      'when an entry is malformed, with every fault of every change',
      overlay(
        change('clocks', { id: 'clock.x', mark: 'sure', from: '2026-02-30', clock: 'tea', workingDays: 0, by: 'law', extra: 1 }),
        change('areas', { code: '42', name: '', from: '2026-01-01' }),
        change('publicity', { ...DATED, id: 'p', regime: '2026', class: 'minor', published: 'no', maximum: { months: 0 } }),
      ),
      [
        'changes[0].entry.extra is not known here',
        'changes[0].entry.source must be a text',
        'changes[0].entry.mark must be one of confirmed, recalled, assumed',
        'changes[0].entry.from must be a date YYYY-MM-DD',
        'changes[0].entry.clock must be one of repair-pre-check, repair-acceptance, repair-decision, repair-extension, repair-feedback, report-publicity, annulment-withdrawal',
        'changes[0].entry.workingDays must be a whole number of at least 1',
        'changes[1].entry.code must be six digits',
        'changes[1].entry.name must be a text',
        'changes[2].entry.published must be true or false',
        'changes[2].entry.maximum must be a period { months } or { days }',
      ],
    ],
    [
      'when it succeeds what is not there',
      overlay(change('clocks', clock, 'clock.y')),
      ['changes[0]: there is no entry clock.y to succeed'],
    ],
    [
      'when the two are about different things',
      overlay(change('clocks', clock, 'clock.repair-acceptance.2026')),
      ['changes[0]: clock.x is about repair-decision, clock.repair-acceptance.2026 about repair-acceptance'],
    ],
    [
      'when the successor comes first',
      overlay(change('clocks', { ...clock, from: '2026-03-01' }, 'clock.repair-decision.2026')),
      ['changes[0]: clock.x begins before clock.repair-decision.2026, which it succeeds'],
    ],
    [
      'when what it succeeds has ended',
      overlay(change('clocks', { ...clock, from: '2026-05-01' }, 'clock.repair-decision.2023')),
      ['changes[0]: clock.repair-decision.2023 has ended on 2026-03-31'],
    ],
    [
      'when an entry is added where one is in force',
      overlay(change('clocks', { ...clock, from: '2026-05-01' })),
      ['clock.repair-decision.2026 and clock.x overlap from 2026-05-01'],
    ],
    [
      'when nothing follows an entry that ends',
      overlay(change('clocks', { ...clock, from: '2026-05-01', until: '2026-12-31' }, 'clock.repair-decision.2026')),
      ['nothing follows clock.x after 2026-12-31'],
    ],
    [
      'when a year is left out of the calendar',
      overlay(change('calendars', { ...DATED, id: 'calendar.2028', from: '2028-01-01', until: '2028-12-31', off: [], work: [] })),
      ['no entry between calendar.2026 and calendar.2028 from 2027-01-01'],
    ],
  ])('%s', (_, wrong, faults) => {
    const found = faultsOf(wrong);
    expect(found.slice(0, faults.length)).toEqual(faults);
  });

  test('names the faults in its message', () => {
    expect(() => loadLaw(overlay(change('clocks', clock, 'clock.y')))).toThrow('there is no entry clock.y to succeed');
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate } from '@chengxin/kernel';
import { type EvidenceRecord, loadLaw } from '@chengxin/law';
import { anEvidence } from '../testing/index.js';
import { check } from './check.js';

const ON = localDate('2026-05-11');
const domains = loadLaw().domains(ON);
const HARDNESS = ['pass', 'caution', 'restrict', 'forbid'];
const hardness = (evidence: EvidenceRecord[], domain = domains[0]!) => HARDNESS.indexOf(check(evidence, domain, ON).suggestion);

describe.each(domains.map((domain) => [domain.code, domain] as const))('the domain %s', (_, domain) => {
  test.each(domain.examples.map((example) => [example.kind, example.what, example] as const))(
    'answers its %s: %s',
    (_kind, _what, example) => {
      const finding = check(example.evidence, domain, example.on);
      expect(finding.suggestion).toBe(example.expected);
      expect(finding.hits.length > 0).toBe(example.kind === 'hit');
      expect(finding.entry).toBe(domain.id);
    },
  );
});

test('ten domains answer', () => {
  expect(domains).toHaveLength(10);
});

test('a hit names its record, its rule and the basis', () => {
  const procurement = domains.find(({ code }) => code === 'government-procurement')!;
  const record = anEvidence({ class: 'serious' });
  expect(check([record], procurement, ON).hits[0]).toMatchObject({
    recordId: record.recordId,
    version: 1,
    rule: 'serious-penalty',
    suggests: 'forbid',
    basis: expect.stringContaining('政府采购法'),
  });
});

test('a statutory look-back weighs on after the maximum, but not after repair or annulment', () => {
  const procurement = domains.find(({ code }) => code === 'government-procurement')!;
  const past = anEvidence({ class: 'serious', countedUntil: addDays(ON, -1) });
  expect(check([past], procurement, ON).suggestion).toBe('forbid');
  for (const state of ['repaired', 'annulled', 'withdrawn'] as const) {
    expect(check([{ ...past, state }], procurement, ON).suggestion).toBe('pass');
  }
});

const evidence = fc.array(
  fc.record({
    recordId: fc.uuid(),
    version: fc.constant(1),
    item: fc.constantFrom('penalty', 'serious-dishonesty', 'abnormal-operation', 'honour', 'licence'),
    class: fc.constantFrom('minor', 'general', 'serious'),
    decidedOn: fc.integer({ min: -2000, max: 0 }).map((days) => addDays(ON, days)),
    state: fc.constantFrom('current', 'repaired', 'annulled', 'withdrawn'),
    countedUntil: fc.option(
      fc.integer({ min: -400, max: 400 }).map((days) => addDays(ON, days)),
      { nil: undefined },
    ),
    fulfilment: fc.constantFrom('unknown', 'met'),
  }),
  { maxLength: 8 },
) as fc.Arbitrary<EvidenceRecord[]>;

test('more evidence never makes a suggestion milder', () => {
  fc.assert(
    fc.property(evidence, evidence, fc.constantFrom(...domains), (some, more, domain) => {
      expect(hardness([...some, ...more], domain)).toBeGreaterThanOrEqual(hardness(some, domain));
    }),
  );
});

test('the order of the evidence does not matter, and repair of everything clears', () => {
  fc.assert(
    fc.property(evidence, fc.constantFrom(...domains), (some, domain) => {
      expect(hardness([...some].reverse(), domain)).toBe(hardness(some, domain));
      expect(
        check(
          some.map((record) => ({ ...record, state: 'repaired' as const })),
          domain,
          ON,
        ).suggestion,
      ).toBe('pass');
    }),
  );
});

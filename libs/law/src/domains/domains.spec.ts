import { describe, expect, test } from '@jest/globals';
import { addPeriod, type LocalDate, localDate } from '@chengxin/kernel';
import { CATALOGUE } from '../catalogue/index.js';
import { onDate } from '../entry.js';
import { type DomainRule, type EvidenceRecord, type VerificationDomain, type Verdict } from './domain.js';
import { DOMAINS } from './domains.js';
import { arrears, brokenCommitment, penalty } from './examples.js';
import { MEASURES } from './measures.js';

const HARDNESS: Verdict[] = ['pass', 'caution', 'restrict', 'forbid'];
const CLASSES = ['minor', 'general', 'serious'];

const concerns = ({ items, fromClass }: DomainRule, record: EvidenceRecord): boolean =>
  items.includes(record.item) &&
  (fromClass === undefined || (record.class !== undefined && CLASSES.indexOf(record.class) >= CLASSES.indexOf(fromClass)));

const recent = ({ lookBack }: DomainRule, { decidedOn }: EvidenceRecord, on: LocalDate): boolean =>
  lookBack === undefined || on <= addPeriod(decidedOn, lookBack.period);

const stands = ({ statutory, unmet }: DomainRule, { state, countedUntil, fulfilment }: EvidenceRecord, on: LocalDate): boolean =>
  state === 'current' &&
  (unmet === undefined || fulfilment === 'unknown') &&
  (statutory === true || countedUntil === undefined || on <= countedUntil);

/** The plainest reading of the rules, to hold the worked examples to their word. */
function answer({ rules }: VerificationDomain, evidence: readonly EvidenceRecord[], on: LocalDate, old = false): Verdict {
  const matched = rules.filter((rule) =>
    evidence.some((record) => concerns(rule, record) && stands(rule, record, on) && (old || recent(rule, record, on))),
  );
  const hardest = Math.max(0, ...matched.map(({ suggests }) => HARDNESS.indexOf(suggests)));
  return HARDNESS[hardest]!;
}

test('the ten domains are in force since the city began, each with its own code and identifier', () => {
  const inForce = onDate(DOMAINS, localDate('2026-05-11'));
  expect(new Set(inForce.map(({ code }) => code)).size).toBe(10);
  expect(inForce).toHaveLength(10);
  expect(new Set(DOMAINS.map(({ id }) => id)).size).toBe(DOMAINS.length);
});

test('only what departments share with one another, and what no record withdraws from that itself, is weighed', () => {
  const weighed = new Set(DOMAINS.flatMap(({ rules }) => rules.flatMap(({ items }) => items)));
  const items = CATALOGUE.filter(({ code }) => weighed.has(code));
  expect(items.filter(({ openness }) => openness !== 'public' && openness !== 'shared')).toEqual([]);
  expect(items.filter(({ fields }) => fields.some(({ name }) => name === 'disclosure'))).toEqual([]);
});

describe.each(DOMAINS.map((domain) => [domain.id, domain] as const))('the domain %s', (_, domain) => {
  test('has a hit, a clear and an out-of-look-back example', () => {
    expect(new Set(domain.examples.map(({ kind }) => kind))).toEqual(new Set(['hit', 'clear', 'out-of-look-back']));
  });

  test.each(domain.examples.map((example) => [example.kind, example.what, example] as const))(
    'answers its %s: %s',
    (_kind, _what, example) => {
      expect(answer(domain, example.evidence, example.on)).toBe(example.expected);
      expect(example.expected === 'pass').toBe(example.kind !== 'hit');
    },
  );

  test('would answer what is out of the look-back, were it younger', () => {
    const tooOld = domain.examples.filter(({ kind }) => kind === 'out-of-look-back');
    for (const { evidence, on } of tooOld) expect(answer(domain, evidence, on, true)).not.toBe('pass');
  });

  test('names for each rule a basis and a measure of the national list', () => {
    expect(new Set(domain.rules.map(({ code }) => code)).size).toBe(domain.rules.length);
    for (const { basis, measure } of domain.rules) {
      expect(basis).not.toBe('');
      expect(Object.values(MEASURES)).toContainEqual(measure);
    }
  });

  test('forbids only where a law has a look-back of its own', () => {
    for (const { suggests, statutory, lookBack } of domain.rules) {
      expect(suggests === 'forbid').toBe(statutory === true);
      expect(statutory === undefined || lookBack !== undefined).toBe(true);
    }
  });
});

test('domains differ on one general penalty', () => {
  const record = penalty('general', '2025-09-01');
  const inForce = onDate(DOMAINS, localDate('2026-05-11'));
  const verdicts = Object.fromEntries(inForce.map((domain) => [domain.code, answer(domain, [record], localDate('2026-05-11'))]));
  expect(verdicts).toEqual({
    'administrative-approval': 'pass',
    'government-procurement': 'caution',
    bidding: 'caution',
    'fiscal-funds': 'restrict',
    'honours-and-awards': 'restrict',
    qualification: 'pass',
    'land-and-state-property': 'caution',
    'preferential-policy': 'caution',
    appointment: 'pass',
    'financing-and-investment': 'caution',
  });
});

test.each([
  ['a broken commitment', brokenCommitment('2025-11-03'), { 'administrative-approval': 'restrict' }],
  ['arrears', arrears('2025-11-03'), { 'fiscal-funds': 'caution', 'honours-and-awards': 'caution' }],
])('%s weighs in the domains whose basis names it, from the edition that does', (_, record, expected) => {
  const answers = (day: string) =>
    onDate(DOMAINS, localDate(day)).map((domain) => [domain.code, answer(domain, [record], localDate('2026-05-11'))] as const);
  expect(Object.fromEntries(answers('2026-05-01').filter(([, verdict]) => verdict !== 'pass'))).toEqual(expected);
  expect(answers('2026-04-30').filter(([, verdict]) => verdict !== 'pass')).toEqual([]);
});

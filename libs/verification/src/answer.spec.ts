import { expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { loadLaw } from '@chengxin/law';
import { anEvidence } from '../testing/index.js';
import { answer, mayAsk } from './answer.js';
import { moved, moves, suggestions } from './suggestions.js';

const ON = localDate('2026-05-11');
const law = loadLaw();
const procurement = law.domain('government-procurement', ON)!;

test('a clear answer says until when it may be used', () => {
  expect(answer([], procurement, ON)).toEqual({
    suggestion: 'pass',
    hits: [],
    entry: procurement.id,
    validUntil: '2026-05-26',
  });
});

test.each(['rebuilding', 'behind', 'parked', 'subject-unknown'] as const)('a doubt is never clear: %s', (doubt) => {
  expect(answer([], procurement, ON, doubt)).toEqual({ suggestion: 'unknown', because: doubt, hits: [], entry: procurement.id });
});

test('a domain is open to the roles its entry names', () => {
  expect(mayAsk(procurement, 'government-procurement', 'checking-officer')).toEqual({ ok: true, value: procurement });
  expect(mayAsk(procurement, 'government-procurement', 'enterprise-agent')).toMatchObject({
    ok: false,
    refusal: { code: 'verification.domain-not-yours', roles: procurement.askedBy.roles },
  });
  expect(mayAsk(undefined, 'astrology', 'regulator')).toMatchObject({
    refusal: { code: 'verification.domain-unknown', domain: 'astrology' },
  });
});

test('what moved is said for each of the ten domains', () => {
  const domains = law.domains(ON);
  const before = suggestions([anEvidence({ class: 'serious' })], domains, ON);
  const after = suggestions([anEvidence({ class: 'serious', state: 'repaired' })], domains, ON);
  const all = moves(before, after);
  expect(all).toHaveLength(10);
  expect(all).toContainEqual({ domain: 'government-procurement', before: 'forbid', after: 'pass' });
  expect(moved(all)).toBe(true);
  expect(moved(moves(after, after))).toBe(false);
});

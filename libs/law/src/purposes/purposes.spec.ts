import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { loadLaw } from '../law.js';
import { type Role } from '../visibility/reader.js';

const law = loadLaw();
const TODAY = localDate('2026-05-11');

const ROLES: Role[] = [
  'centre-reviewer',
  'centre-supervisor',
  'determining-officer',
  'checking-officer',
  'regulator',
  'auditor',
  'administrator',
  'department-client',
];

describe('purposes', () => {
  test('are the ten domains and seven more, each in both languages', () => {
    const codes = [...new Set(ROLES.flatMap((role) => law.purposes(role, TODAY).map(({ code }) => code)))];
    expect(codes).toHaveLength(17);
    expect(codes).toEqual(expect.arrayContaining(law.domains(TODAY).map(({ code }) => code)));
    for (const { name } of law.purposes('regulator', TODAY)) expect(name).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
  });

  test.each(ROLES)('%s has one at least', (role) => {
    expect(law.purposes(role, TODAY).length).toBeGreaterThan(0);
  });

  test.each(['public', 'enterprise-agent'] as const)('%s has none: what is public and what is one’s own needs none', (role) => {
    expect(law.purposes(role, TODAY)).toEqual([]);
  });

  test.each([
    ['bidding', 'checking-officer', 'purpose.bidding.2021'],
    ['audit', 'auditor', 'purpose.audit.2018'],
    ['supervision', 'regulator', 'purpose.supervision.2018'],
  ] as const)('%s may be stated by %s', (code, role, id) => {
    expect(law.purpose(code, role, TODAY)).toMatchObject({ ok: true, value: { id } });
  });

  test.each([
    ['curiosity', 'regulator', '2026-05-11', 'purpose.unknown'],
    ['bidding', 'regulator', '2020-12-31', 'purpose.unknown'],
    ['audit', 'checking-officer', '2026-05-11', 'purpose.not-of-role'],
    ['supervision', 'public', '2026-05-11', 'purpose.not-of-role'],
    ['own-consent', 'enterprise-agent', '2026-05-11', 'purpose.not-of-role'],
  ] as const)('%s may not be stated by %s on %s', (code, role, on, refusal) => {
    expect(law.purpose(code, role, localDate(on))).toMatchObject({ ok: false, refusal: { code: refusal, purpose: code } });
  });
});

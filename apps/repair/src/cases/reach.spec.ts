import { type Actor, ANYONE } from '@chengxin/platform';
import { describe, expect, test } from '@jest/globals';
import { reaches, reachOf } from './reach.js';

const OWN = '91429500MA1A00008U';
const UNIT = '11429500MB1A0001X8';
const CASE = { creditCode: OWN, determiningUnitCode: UNIT };
const actor = (role: Actor['role'], rest: Partial<Actor> = {}): Actor => ({ ...ANYONE, subject: 'someone', role, ...rest });

describe('who sees a case', () => {
  test.each<[string, Actor, boolean]>([
    ['an agent of the enterprise', actor('enterprise-agent', { enterprises: [OWN] }), true],
    ['an agent of another', actor('enterprise-agent', { enterprises: ['91429500MA1A00024H'] }), false],
    ['a reviewer of the centre', actor('centre-reviewer'), true],
    ['a supervisor of the centre', actor('centre-supervisor'), true],
    ['the regulator', actor('regulator'), true],
    ['the auditor', actor('auditor'), true],
    ['an officer of the determining unit', actor('determining-officer', { unit: UNIT }), true],
    ['an officer of another unit', actor('determining-officer', { unit: '11429500MB1A000288' }), false],
    ['an officer without a unit', actor('determining-officer'), false],
    ['a checking officer, whatever the claims say', actor('checking-officer', { unit: UNIT, enterprises: [OWN] }), false],
    ['the administrator', actor('administrator', { unit: UNIT, enterprises: [OWN] }), false],
    ['the public', ANYONE, false],
  ])('%s: %s', (_, who, sees) => {
    expect(reaches(reachOf(who), CASE)).toBe(sees);
  });
});

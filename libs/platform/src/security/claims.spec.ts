import { describe, expect, test } from '@jest/globals';
import { readerOf } from './actor.js';
import { actorOf } from './claims.js';

const NAMES = { claimRole: 'role', claimUnit: 'unit', claimAreas: 'areas', claimEnterprises: 'enterprises' };
const CODE = '91429500MA0000001A';

describe('an actor', () => {
  test('is read from the claims', () => {
    const claims = { sub: 'li', name: '李某', role: 'determining-officer', unit: CODE, areas: ['429500'], enterprises: [] };
    expect(actorOf(claims, NAMES)).toEqual({
      subject: 'li',
      name: '李某',
      role: 'determining-officer',
      unit: CODE,
      areas: ['429500'],
      enterprises: [],
    });
  });

  test.each([
    ['a path into nested claims', { realm_access: { roles: ['offline', 'auditor'] } }, { ...NAMES, claimRole: 'realm_access.roles' }],
    ['a name that looks like an address', { 'https://city.example/role': 'auditor' }, { ...NAMES, claimRole: 'https://city.example/role' }],
  ])('takes its role from %s', (_, claims, names) => {
    expect(actorOf({ sub: 'x', ...claims }, names).role).toBe('auditor');
  });

  test('takes lists that are written as one text', () => {
    expect(actorOf({ sub: 'x', enterprises: `${CODE}, B` }, NAMES).enterprises).toEqual([CODE, 'B']);
  });

  test.each([[{}], [{ role: 'root' }], [{ role: 7 }], [{ role: 'toString' }]])('with %j is the public', (claims) => {
    expect(actorOf({ sub: 'x', ...claims }, NAMES).role).toBe('public');
  });

  test('reads of one enterprise in the own role, unit and enterprises', () => {
    const actor = { subject: 'x', role: 'enterprise-agent' as const, areas: [], enterprises: [CODE] };
    expect(readerOf(actor, CODE)).toEqual({ role: 'enterprise-agent', enterprises: [CODE], subject: CODE });
  });
});

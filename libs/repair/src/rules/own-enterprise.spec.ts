import { expect, test } from '@jest/globals';
import { aRecord } from '../../testing/index.js';
import { ownEnterprise } from './own-enterprise.js';

const agent = (...enterprises: string[]) => ({ subject: 'agent', enterprises });

test('an agent acts for each of its enterprises', () => {
  const record = aRecord();
  expect(ownEnterprise({ record, by: agent('91429500MA1A00024H', record.creditCode) })).toBeUndefined();
});

test('an agent does not act for another enterprise', () => {
  const record = aRecord();
  expect(ownEnterprise({ record, by: agent('91429500MA1A00024H') })?.code).toBe('repair.other-enterprise');
});

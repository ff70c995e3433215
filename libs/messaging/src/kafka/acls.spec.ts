import { describe, expect, test } from '@jest/globals';
import kafkajs from 'kafkajs';
import { SERVICES, TOPICS } from '@chengxin/contracts';
import { aclsOf, OPERATOR } from './acls.js';

const { WRITE, READ } = kafkajs.AclOperationTypes;
const topicsOf = (user: Parameters<typeof aclsOf>[0], operation: number): string[] =>
  aclsOf(user)
    .filter((acl) => acl.resourceType === kafkajs.AclResourceTypes.TOPIC && acl.operation === operation)
    .map(({ resourceName }) => resourceName);

describe('rights on the broker', () => {
  test.each(TOPICS.map(({ name, producer }) => [name, producer] as const))('%s is written by %s alone', (name, producer) => {
    expect(([...SERVICES, OPERATOR] as const).filter((user) => topicsOf(user, WRITE).includes(name))).toEqual([producer]);
  });

  test.each(TOPICS.map(({ name, consumers }) => [name, consumers] as const))('%s is read by those who consume it', (name, consumers) => {
    expect(SERVICES.filter((user) => topicsOf(user, READ).includes(name))).toEqual(SERVICES.filter((user) => consumers.includes(user)));
  });

  test('names carry the prefix', () => {
    expect(aclsOf('rating', 'p.').every(({ resourceName }) => resourceName.startsWith('p.'))).toBe(true);
  });
});

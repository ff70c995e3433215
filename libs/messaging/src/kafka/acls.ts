import kafkajs, { type AclEntry } from 'kafkajs';
import { TOPICS, type Service } from '@chengxin/contracts';

const { AclOperationTypes: Operation, AclPermissionTypes: Permission, AclResourceTypes: Resource, ResourcePatternTypes: Pattern } = kafkajs;

type Right = { resource: number; name: string; pattern: number; operation: number };

/** The name of the user who alone writes the clock. */
export const OPERATOR = 'operator';

const allow = (user: string, { resource, name, pattern, operation }: Right): AclEntry => ({
  principal: `User:${user}`,
  host: '*',
  permissionType: Permission.ALLOW,
  resourceType: resource,
  resourceName: name,
  resourcePatternType: pattern,
  operation,
});

const topicRight = (name: string, operation: number): Right => ({ resource: Resource.TOPIC, name, pattern: Pattern.LITERAL, operation });

/** A service reads and commits in the group of its name, and in those of its instances (`<service>.<instance>`), which it also deletes. */
const groupRights = (group: string): Right[] => [
  { resource: Resource.GROUP, name: group, pattern: Pattern.LITERAL, operation: Operation.READ },
  { resource: Resource.GROUP, name: `${group}.`, pattern: Pattern.PREFIXED, operation: Operation.READ },
  { resource: Resource.GROUP, name: `${group}.`, pattern: Pattern.PREFIXED, operation: Operation.DELETE },
];

/** The rights of a service: it writes its own topics and nobody else's, and reads those it consumes. */
export function aclsFor(service: Service, prefix = ''): AclEntry[] {
  const written = TOPICS.filter(({ producer }) => producer === service);
  const read = TOPICS.filter(({ consumers }) => consumers.includes(service));
  const rights = [
    ...written.map(({ name }) => topicRight(prefix + name, Operation.WRITE)),
    ...read.map(({ name }) => topicRight(prefix + name, Operation.READ)),
    ...groupRights(prefix + service),
  ];
  return rights.map((right) => allow(service, right));
}

/** The right of the operator: to write the clock. */
const operatorAcls = (prefix: string): AclEntry[] =>
  TOPICS.filter(({ producer }) => producer === OPERATOR).map(({ name }) => allow(OPERATOR, topicRight(prefix + name, Operation.WRITE)));

/** The rights of a user of the broker: a service, or `operator`. */
export function aclsOf(user: Service | typeof OPERATOR, prefix = ''): AclEntry[] {
  return user === OPERATOR ? operatorAcls(prefix) : aclsFor(user, prefix);
}

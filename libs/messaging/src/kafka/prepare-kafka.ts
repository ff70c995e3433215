import type { Service } from '@chengxin/contracts';
import { aclsOf, type OPERATOR } from './acls.js';
import { openKafka } from './kafka-access.js';
import { createTopics } from './topics.js';

/** What a broker needs before the services start: how to reach it as its administrator, and the users to grant their rights. */
export type KafkaPreparation = {
  brokers: string[];
  /** Absent where the broker asks nobody who he is. */
  sasl?: { username: string; password: string };
  prefix?: string;
  users?: readonly (Service | typeof OPERATOR)[];
};

/**
 * Creates the topics of the contracts that are missing and grants each user its rights. May be run again.
 * Gives the names of the topics created; throws when the broker does not answer or refuses.
 */
export async function prepareKafka({ brokers, sasl, prefix = '', users = [] }: KafkaPreparation): Promise<string[]> {
  const admin = openKafka({ brokers, ...sasl, prefix, clientId: 'prepare', silent: true }).admin();
  await admin.connect();
  try {
    const created = await createTopics(admin, prefix);
    const acl = users.flatMap((user) => aclsOf(user, prefix));
    if (acl.length > 0) await admin.createAcls({ acl });
    return created;
  } finally {
    await admin.disconnect();
  }
}

import kafkajs, { type Kafka } from 'kafkajs';

/** The partitions that one member of a consumer group has been given, as `topic/partition`. */
export type Share = string[];

/** How a consumer group has divided its partitions among its members; empty while it divides them anew. Throws when the broker does not answer. */
export async function groupShares(kafka: Kafka, group: string): Promise<Share[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const [found] = (await admin.describeGroups([group])).groups;
    return found?.state === 'Stable' ? found.members.map(({ memberAssignment }) => shareIn(memberAssignment)) : [];
  } finally {
    await admin.disconnect();
  }
}

function shareIn(memberAssignment: Buffer): Share {
  const { assignment = {} } = kafkajs.AssignerProtocol.MemberAssignment.decode(memberAssignment) ?? {};
  return Object.entries(assignment).flatMap(([topic, partitions]) => partitions.map((partition) => `${topic}/${partition}`));
}

/** A SCRAM user of the broker. */
export type KafkaUser = { name: string; password: string };

/** What shapes the broker's settings. With an `admin` clients need SASL/SCRAM and rights; without, all may do all (tests). */
export type BrokerSettings = { dataDir: string; port: number; controllerPort: number; admin?: KafkaUser };

/**
 * The settings of one KRaft node on 127.0.0.1, as the text of server.properties.
 * The defaults of Kafka are made for many machines: 50 partitions of offsets, three seconds of waiting before a group
 * starts, nine seconds for a dead session, half a small heap for the cleaner.
 */
export function serverProperties(settings: BrokerSettings): string {
  const entries = { ...node(settings), ...SMALL, ...(settings.admin ? secured(settings.admin) : {}) };
  return Object.entries(entries)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function node({ dataDir, port, controllerPort, admin }: BrokerSettings): Record<string, string> {
  const protocol = admin ? 'SASL_PLAINTEXT' : 'PLAINTEXT';
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    listeners: `${protocol}://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `${protocol}://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': protocol,
    'listener.security.protocol.map': `${protocol}:${protocol},CONTROLLER:${protocol}`,
    'log.dirs': dataDir,
  };
}

const SMALL = {
  'num.partitions': '6',
  'auto.create.topics.enable': 'false',
  'offsets.topic.num.partitions': '1',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.num.partitions': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.num.partitions': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  'broker.session.timeout.ms': '2000',
  'broker.heartbeat.interval.ms': '500',
  'num.network.threads': '2',
  'num.io.threads': '4',
  'background.threads': '2',
  'log.cleaner.dedupe.buffer.size': '8388608',
  'log.segment.bytes': '67108864',
};

function secured({ name, password }: KafkaUser): Record<string, string> {
  const login = `required username="${name}" password="${password}"`;
  return {
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
    'sasl.mechanism.controller.protocol': 'PLAIN',
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': `User:${name}`,
    'allow.everyone.if.no.acl.found': 'false',
    'listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule ${login};`,
    'listener.name.controller.sasl.enabled.mechanisms': 'PLAIN', // in the global list it keeps the broker from starting
    'listener.name.controller.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule ${login} user_${name}="${password}";`,
  };
}

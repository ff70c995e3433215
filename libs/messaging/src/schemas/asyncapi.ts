import { CONTRACTS, sampleOf, schemaAddress, SERVICES, TOPICS, type ContractClass, type Service, type Topic } from '@chengxin/contracts';
import { ENVELOPE_SCHEMA } from './envelope-schema.js';
import { nestedClasses, schemaOfClass } from './json-schema.js';

const STYLE = { closed: false, refPointerPrefix: '#/components/schemas/' };
const BINDING = '0.5.0';

const ref = (...path: string[]) => ({ $ref: `#/${path.join('/')}` });
const byName = <T, V>(items: readonly T[], entry: (item: T) => [string, V]): Record<string, V> => Object.fromEntries(items.map(entry));

/** Everything said on Kafka as an AsyncAPI 3.0 document: a channel for each topic, a message for each contract, operations by service. */
export function asyncApiDocument(): object {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Chengxin events',
      version: '1.0.0',
      description:
        'What the services of the credit platform announce to one another. Every value is a CloudEvents 1.0 event in structured JSON; ' +
        'its key is the unified social credit code of the enterprise, or what the channel names. Order holds for one key within one channel.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    servers: {
      kafka: {
        host: '127.0.0.1:8492',
        protocol: 'kafka-secure',
        description: 'The broker of the default start; every service has its own user.',
        security: [ref('components', 'securitySchemes', 'scram')],
      },
    },
    channels: byName(TOPICS, (topic) => [topic.name, channel(topic)]),
    operations: Object.fromEntries(TOPICS.flatMap(operationsOf)),
    components: {
      securitySchemes: { scram: { type: 'scramSha512', description: 'SASL/SCRAM-SHA-512; rights by topic.' } },
      messages: byName(CONTRACTS, (contract) => [contract.type, message(contract)]),
      schemas: schemas(),
    },
  };
}

const saidOn = (topic: Topic): ContractClass[] => CONTRACTS.filter((contract) => contract.topic === topic.name);

function channel({ name, ...topic }: Topic) {
  return {
    address: name,
    title: name,
    description: `Written by ${topic.producer} alone; read by ${topic.consumers.join(', ')}. Key: ${keyOf(name)}.`,
    messages: byName(saidOn({ name, ...topic }), ({ type }) => [type, ref('components', 'messages', type)]),
    bindings: {
      kafka: {
        topic: name,
        partitions: topic.partitions,
        topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': topic.retentionMs },
        bindingVersion: BINDING,
      },
    },
  };
}

const OF_UNITS = ['credit.registry.reports', 'credit.registry.problems'];

function keyOf(topic: string): string {
  if (topic === 'credit.platform.clock') return 'the word `clock`';
  if (OF_UNITS.includes(topic)) return "the unit's unified social credit code";
  return /\.(watermarks|operations)$/.test(topic) ? 'the service' : "the enterprise's unified social credit code";
}

function operationsOf(topic: Topic): [string, object][] {
  const messages = saidOn(topic).map(({ type }) => ref('channels', topic.name, 'messages', type));
  const operation = (action: 'send' | 'receive', who: Service | 'operator'): [string, object] => [
    `${who}.${action}.${topic.name}`,
    { action, channel: ref('channels', topic.name), messages, tags: [{ name: who }] },
  ];
  return [operation('send', topic.producer), ...SERVICES.filter((s) => topic.consumers.includes(s)).map((s) => operation('receive', s))];
}

function message(contract: ContractClass) {
  const words = contract.type.split('.').at(-2)?.replaceAll('-', ' ') ?? contract.type;
  return {
    name: contract.type,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    contentType: 'application/cloudevents+json',
    payload: {
      allOf: [
        ref('components', 'schemas', 'CloudEvent'),
        {
          type: 'object',
          properties: {
            type: { type: 'string', const: contract.type },
            dataschema: { type: 'string', const: schemaAddress(contract.type) },
            data: ref('components', 'schemas', contract.type),
          },
        },
      ],
    },
    tags: [{ name: `openness: ${contract.openness}` }],
    examples: [{ name: 'golden-sample', payload: sampleOf(contract) }],
    bindings: { kafka: { key: { type: 'string' }, bindingVersion: BINDING } },
    'x-openness': contract.openness,
  };
}

function schemas(): Record<string, object> {
  const nested = new Set(CONTRACTS.flatMap((contract) => [...nestedClasses(contract)]));
  return {
    CloudEvent: ENVELOPE_SCHEMA,
    ...byName([...nested], (target) => [target.name, schemaOfClass(target, STYLE)]),
    ...byName(CONTRACTS, (contract) => [contract.type, schemaOfClass(contract, STYLE)]),
  };
}

/** The CloudEvents 1.0 envelope in structured JSON, with our extensions; `type`, `dataschema` and `data` are narrowed by each message. */
export const ENVELOPE_SCHEMA = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'time', 'datacontenttype', 'dataschema', 'sequence', 'correlationid', 'data'],
  properties: {
    specversion: { type: 'string', const: '1.0' },
    id: { type: 'string', format: 'uuid', description: 'UUIDv7 of the event; the same in every channel.' },
    source: { type: 'string', pattern: '^/chengxin/[a-z]+$', description: 'The service that announced it.' },
    type: { type: 'string', pattern: '^credit\\.[a-z]+\\.[a-z-]+\\.v\\d+$' },
    subject: { type: 'string', description: 'The unified social credit code it is about.' },
    time: { type: 'string', format: 'date-time', description: 'Machine time.' },
    datacontenttype: { type: 'string', const: 'application/json' },
    dataschema: { type: 'string', format: 'uri' },
    sequence: { type: 'string', pattern: '^[1-9]\\d*$', description: 'Gapless from 1 for each topic and message key.' },
    correlationid: { type: 'string', description: 'One for everything that follows from one request.' },
    causationid: { type: 'string', description: 'The event that made the service act.' },
    actor: { type: 'string', description: 'The subject of the token of who acted.' },
    traceparent: { type: 'string', description: 'W3C Trace Context.' },
    data: { type: 'object' },
  },
} as const;

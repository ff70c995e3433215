import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Service } from '@chengxin/contracts';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const texts = { type: 'object', required: ['zh', 'en'], properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const;

const SCHEMAS = {
  Problem: {
    type: 'object',
    description: 'RFC 9457. Refusals carry their facts as further members; `request.invalid` carries `errors`.',
    required: ['type', 'title', 'status', 'detail', 'texts', 'correlationId'],
    properties: {
      type: { type: 'string', description: '`/problems/` and the code of the refusal' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string', description: 'Chinese, or English where Accept-Language asks for it' },
      texts,
      correlationId: { type: 'string' },
      errors: { type: 'array', items: { $ref: '#/components/schemas/RequestFault' } },
    },
    additionalProperties: true,
  },
  RequestFault: {
    type: 'object',
    required: ['in', 'pointer', 'rule', 'zh', 'en'],
    properties: {
      in: { type: 'string', enum: ['body', 'query', 'path', 'header'] },
      pointer: { type: 'string', description: 'JSON Pointer (RFC 6901)' },
      rule: { type: 'string' },
      zh: { type: 'string' },
      en: { type: 'string' },
    },
  },
} as unknown as Schemas;

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

type Operation = { responses?: Record<string, unknown>; security?: unknown[] };

function addProblems(operation: Operation): void {
  const guarded = operation.security ? { 401: problemResponse('Not signed in'), 403: problemResponse('Not allowed') } : {};
  operation.responses = {
    ...operation.responses,
    400: problemResponse('Wrong shape'),
    ...guarded,
    default: problemResponse('Refused, or a fault'),
  };
}

/** The OpenAPI 3.1 document of an application, with the problem answers of every operation. */
export function openApiDocument(app: INestApplication, service: Service): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setTitle(`Chengxin 诚信: ${service}`)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, outline, { operationIdFactory: (controller, method) => `${controller}.${method}` });
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, Operation>)) addProblems(operation);
  }
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...SCHEMAS } };
  return document;
}

import { describe, expect, test } from '@jest/globals';
import { mergeOpenApi } from './merge-open-api.js';
import type { OpenApi } from './open-api.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answers = (name: string) => ({ responses: { 200: { content: { 'application/json': { schema: ref(name) } } } } });
const document = (paths: Record<string, string>, schemas: Record<string, unknown>): OpenApi => ({
  paths: Object.fromEntries(
    Object.entries(paths).map(([path, name]) => [path, { get: { operationId: 'SomeController.get', ...answers(name) } }]),
  ),
  components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
});

const operation = (merged: OpenApi, path: string) => merged.paths?.[path]?.get;
const schemaAt = (merged: OpenApi, path: string) => JSON.stringify(operation(merged, path)).match(/schemas\/(\w+)/)?.[1];

describe('the merged OpenAPI document', () => {
  const merged = mergeOpenApi([
    {
      service: 'disclosure',
      document: document(
        {
          '/api/v1/subjects/{code}': 'Subject',
          '/api/v1/operations/idle': 'Idle',
          '/api/v1/rating-models': 'Subject',
          '/inner': 'Subject',
        },
        {
          Subject: { properties: { records: { items: ref('Record') } } },
          Record: { type: 'string' },
          Problem: { type: 'object' },
          Idle: {},
        },
      ),
    },
    {
      service: 'rating',
      document: document(
        { '/api/v1/subjects/{code}/rating': 'Subject', '/api/v1/subjects': 'Subject', '/api/v1/operations/idle': 'Idle' },
        {
          Subject: { properties: { records: { items: ref('Record') } } },
          Record: { type: 'integer' },
          Problem: { type: 'object' },
          Idle: {},
        },
      ),
    },
    { service: 'gateway', document: document({ '/api/v1/operations/clock': 'Clock' }, { Clock: { type: 'object' } }) },
  ]);

  test('has the paths that the gateway hands on, below the root, and no others', () => {
    expect(merged.servers).toEqual([{ url: '/api/v1' }]);
    expect(Object.keys(merged.paths ?? {})).toEqual([
      '/operations/clock',
      '/operations/{service}/idle',
      '/subjects/{code}',
      '/subjects/{code}/rating',
    ]);
  });

  test('leads operation ids by the service, so that none comes twice', () => {
    expect(operation(merged, '/subjects/{code}')).toMatchObject({ operationId: 'disclosure.some.get', tags: ['disclosure'] });
    expect(operation(merged, '/subjects/{code}/rating')).toMatchObject({ operationId: 'rating.some.get', tags: ['rating'] });
  });

  test('tells schemas of one name apart when they, or what they refer to, differ', () => {
    expect(schemaAt(merged, '/subjects/{code}')).toBe('Subject');
    expect(schemaAt(merged, '/subjects/{code}/rating')).toBe('RatingSubject');
    expect(merged.components?.schemas).toMatchObject({
      Record: { type: 'string' },
      RatingRecord: { type: 'integer' },
      RatingSubject: { properties: { records: { items: ref('RatingRecord') } } },
    });
  });

  test('keeps one of schemas that mean the same', () => {
    expect(Object.keys(merged.components?.schemas ?? {})).toEqual([
      'Subject',
      'Record',
      'Problem',
      'Idle',
      'RatingSubject',
      'RatingRecord',
      'Clock',
    ]);
  });

  test("has the operator's routes once, with the services that offer them as a parameter", () => {
    expect(operation(merged, '/operations/{service}/idle')).toMatchObject({
      operationId: 'operations.some.get',
      parameters: [{ name: 'service', in: 'path', schema: { enum: ['disclosure', 'rating'] } }],
    });
  });

  test('refers to nothing that it does not have', () => {
    for (const [, name] of JSON.stringify(merged).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(merged.components?.schemas).toHaveProperty([name ?? '']);
  });
});

import { REQUEST_LIMITS } from '../limits/request-limits.js';
import { API_ROOT, routeOf } from '../routing/routing-table.js';
import { addSchemas } from './merge-schemas.js';
import type { OpenApi, Operation, Part, PathItem } from './open-api.js';

const OPERATIONS = '/operations/';
const ANY_SERVICES_OPERATIONS = '/operations/{service}/';

const LIMITS = Object.entries(REQUEST_LIMITS).map(([role, count]) => `${role} ${count}`);
const DESCRIPTION = `The public credit platform of a city. What it says on Kafka is described by [AsyncAPI](/api/asyncapi.json).

Requests are counted for each caller and minute, the public's by address, all others by the subject of their token. Unless the city sets
other limits: ${LIMITS.join(', ')}. \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` tell what is left; beyond it the
answer is 429 with \`Retry-After\`.`;

/**
 * One document out of the services' own: paths as the gateway offers them below `/api/v1` (addresses it hands to nobody are left
 * out; the operator's routes, the same in all services, are one path each), operation ids led by the service, and schemas of one
 * name that mean different things told apart by the service's name.
 */
export function mergeOpenApi(parts: readonly Part[]): OpenApi {
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, PathItem> = {};
  for (const part of parts) {
    const renamed = addSchemas(schemas, part);
    for (const [path, item] of publicPaths(part)) {
      paths[path] = path.startsWith(ANY_SERVICES_OPERATIONS) ? sharedBy(part, item, paths[path]) : ownedBy(part, renamed(item));
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chengxin 诚信',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...parts.map(({ service }) => ({ name: service })), { name: 'operations' }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: { schemas, securitySchemes: Object.assign({}, ...parts.map(({ document }) => document.components?.securitySchemes)) },
  };
}

/** The paths of a part as the gateway offers them, without the root. */
function publicPaths({ service, document }: Part): [string, PathItem][] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]): [string, PathItem][] => {
    if (!path.startsWith(API_ROOT)) return [];
    const below = path.slice(API_ROOT.length - 1);
    if (service === 'gateway') return [[below, item]];
    if (below.startsWith(OPERATIONS)) return [[below.replace(OPERATIONS, ANY_SERVICES_OPERATIONS), item]];
    return routeOf(path)?.service === service ? [[below, item]] : [];
  });
}

const eachOperation = (item: PathItem, change: (operation: Operation, method: string) => Operation): PathItem =>
  Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, change(operation, method)]));

/** `BatchesController.submit` of the registry is `registry.batches.submit`; what the leader says already is not said twice. */
function idLedBy(leader: string, { operationId }: Operation, method: string): string {
  const [controller = '', name = method] = operationId?.split('.') ?? [];
  const resource = controller.replace(/Controller$/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  return [leader, ...(resource && resource !== leader ? [resource] : []), name].join('.');
}

const ownedBy = ({ service }: Part, item: PathItem): PathItem =>
  eachOperation(item, (operation, method) => ({
    ...operation,
    operationId: idLedBy(service, operation, method),
    tags: [service],
  }));

type ServiceParameter = { name: 'service'; in: 'path'; required: true; schema: { type: 'string'; enum: string[] } };

/** The first service's operations stand for all that have them; the parameter names these. */
function sharedBy({ service }: Part, item: PathItem, known: PathItem | undefined): PathItem {
  if (known) return eachOperation(known, (operation) => ({ ...operation, parameters: withService(operation.parameters ?? [], service) }));
  const parameter: ServiceParameter = { name: 'service', in: 'path', required: true, schema: { type: 'string', enum: [service] } };
  return eachOperation(item, (operation, method) => ({
    ...operation,
    operationId: idLedBy('operations', operation, method),
    tags: ['operations'],
    parameters: [parameter, ...(operation.parameters ?? [])],
  }));
}

const withService = (parameters: unknown[], service: string): unknown[] =>
  parameters.map((parameter) => {
    const { name, schema } = parameter as ServiceParameter;
    return name === 'service' ? { ...(parameter as object), schema: { ...schema, enum: [...schema.enum, service] } } : parameter;
  });

import { SERVICES, type Service } from '@chengxin/contracts';

/** The public root of everything the services answer. */
export const API_ROOT = '/api/v1/';

/** A service behind the gateway. */
export type Upstream = Exclude<Service, 'gateway'>;

/** Every service behind the gateway. */
export const UPSTREAMS: readonly Upstream[] = SERVICES.filter((service) => service !== 'gateway');

/** Who answers an address, and at which path of its own. */
export type Route = { service: Upstream; path: string };

/** The answering service by the first segment below the root. */
const BY_RESOURCE = new Map<string, Upstream>(
  Object.entries({
    batches: 'registry',
    records: 'registry',
    reports: 'registry',
    sources: 'registry',
    subjects: 'disclosure',
    'repair-cases': 'repair',
    verifications: 'verification',
    events: 'delivery',
    webhooks: 'delivery',
    audit: 'audit',
  } as const),
);

/** What others than `disclosure` answer about one subject, by the segment after its code. */
const BY_QUESTION = new Map<string, Upstream>(
  Object.entries({ rating: 'rating', 'repair-eligibility': 'repair', accesses: 'audit' } as const),
);

/**
 * The route of a request by the first segments of its path (without query, not decoded); undefined when nobody answers it.
 * `/operations/{service}/…` goes to that service's own `/operations/…`, everything else keeps its path.
 */
export function routeOf(path: string): Route | undefined {
  if (!path.startsWith(API_ROOT)) return undefined;
  const [resource = '', second = '', ...rest] = path.slice(API_ROOT.length).split('/');
  if (resource === 'operations') return operationsRoute(second, rest);
  const service = (resource === 'subjects' && BY_QUESTION.get(rest[0] ?? '')) || BY_RESOURCE.get(resource);
  return service && { service, path };
}

function operationsRoute(name: string, rest: string[]): Route | undefined {
  const service = UPSTREAMS.find((known) => known === name);
  return service && rest.length > 0 ? { service, path: `${API_ROOT}operations/${rest.join('/')}` } : undefined;
}

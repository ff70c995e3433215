import type { Actor } from '@chengxin/platform';

/** A limit for each kind of caller: requests a minute. */
export type RequestLimits = Readonly<Record<Actor['role'], number>>;

/**
 * How many requests one caller may make in a minute. The public is told apart by address, everybody else by the subject of the token.
 * People click; the machine clients of departments load records and follow the feed; administrators' tools ask every service at once.
 */
export const REQUEST_LIMITS: RequestLimits = {
  public: 600,
  'enterprise-agent': 600,
  'centre-reviewer': 1_200,
  'centre-supervisor': 1_200,
  'determining-officer': 1_200,
  'checking-officer': 1_200,
  regulator: 1_200,
  auditor: 1_200,
  administrator: 12_000,
  'department-client': 12_000,
};

const EVERYBODY = 'all';
const ROLES = Object.keys(REQUEST_LIMITS) as Actor['role'][];
const ENTRY = /^([a-z-]+)=([1-9]\d{0,8})$/;
const isRole = (name: string): name is Actor['role'] => ROLES.some((role) => role === name);

/** The limits with those that a city sets otherwise (`public=1200, auditor=6000`, or `all=5000` first); undefined when that is not how they are written. */
export function requestLimits(text: string): RequestLimits | undefined {
  const limits = { ...REQUEST_LIMITS };
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [, role = '', count] = ENTRY.exec(entry) ?? [];
    if (role !== EVERYBODY && !isRole(role)) return undefined;
    for (const name of role === EVERYBODY ? ROLES : [role]) limits[name] = Number(count);
  }
  return limits;
}

import type { Role } from '@chengxin/law';
import type { JWTPayload } from 'jose';
import type { ServiceConfig } from '../config/service-config.js';
import type { Actor } from './actor.js';

type ClaimNames = Pick<ServiceConfig, 'claimRole' | 'claimUnit' | 'claimAreas' | 'claimEnterprises'>;

/** A claim by its name, or by a dotted path into nested claims (`realm_access.roles`). */
function claim(payload: JWTPayload, name: string): unknown {
  if (name in payload) return payload[name];
  return name.split('.').reduce<unknown>((at, part) => (at && typeof at === 'object' ? (at as JWTPayload)[part] : undefined), payload);
}

const texts = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : [];
};

const ROLES: Record<Role, true> = {
  'enterprise-agent': true,
  'centre-reviewer': true,
  'centre-supervisor': true,
  'determining-officer': true,
  'checking-officer': true,
  regulator: true,
  auditor: true,
  administrator: true,
  'department-client': true,
};

const isRole = (value: string): value is Role => Object.hasOwn(ROLES, value);

/** The actor that a verified token speaks of. What no claim grants is not granted: without a known role it is the public. */
export function actorOf(payload: JWTPayload & { sub: string }, names: ClaimNames): Actor {
  const [unit] = texts(claim(payload, names.claimUnit));
  const name = typeof payload.name === 'string' ? payload.name : undefined;
  return {
    subject: payload.sub,
    role: texts(claim(payload, names.claimRole)).find(isRole) ?? 'public',
    areas: texts(claim(payload, names.claimAreas)),
    enterprises: texts(claim(payload, names.claimEnterprises)),
    ...(name ? { name } : {}),
    ...(unit ? { unit } : {}),
  };
}

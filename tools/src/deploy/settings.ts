import { ANNOUNCING_SERVICES } from '@chengxin/contracts';

/** What `prepare-broker` reads from the environment: the brokers and the login of their administrator. */
export const BROKER_SETTINGS = ['KAFKA_BROKERS', 'KAFKA_USERNAME', 'KAFKA_PASSWORD'] as const;

/** What `prepare-databases` reads: a login that may create databases and roles, and the passwords of every service's two roles. */
export const DATABASES_SETTINGS = [
  'DATABASE_SERVER_URL',
  ...ANNOUNCING_SERVICES.flatMap((service) => [passwordOf(service), ownerPasswordOf(service)]),
] as const;

/** The variable with the password of a service's role. */
export function passwordOf(service: string): string {
  return `${service.toUpperCase()}_PASSWORD`;
}

/** The variable with the password of the role that owns a service's database. */
export function ownerPasswordOf(service: string): string {
  return `${service.toUpperCase()}_OWNER_PASSWORD`;
}

/** Reads these variables of an environment; empty counts as absent. Throws one error that names all that are missing. */
export function requiredSettings<Name extends string>(names: readonly Name[], env: NodeJS.ProcessEnv): Record<Name, string> {
  const missing = names.filter((name) => !env[name]?.trim());
  if (missing.length > 0) throw new Error(missing.map((name) => `${name}: is required`).join('\n'));
  return Object.fromEntries(names.map((name) => [name, env[name]?.trim()])) as Record<Name, string>;
}

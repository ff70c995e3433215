import { canonicalJson } from '@chengxin/kernel';
import type { Part } from './open-api.js';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Schemas = Record<string, unknown>;

const REF = '#/components/schemas/';

/**
 * Adds a part's schemas to `schemas`; one whose name is taken by another meaning is led by the service's name.
 * Gives how what refers to them reads in the merged document.
 */
export function addSchemas(schemas: Schemas, { service, document }: Part): <T>(value: T) => T {
  const mine = document.components?.schemas ?? {};
  const led = (name: string) => service.charAt(0).toUpperCase() + service.slice(1) + name;
  const isTaken = (name: string) => name in schemas && meaning(name, mine) !== meaning(name, schemas);
  const names = new Map(Object.keys(mine).map((name) => [name, isTaken(name) ? led(name) : name]));
  const renamed = <T>(value: T) => withNames(value as Json, names) as T;
  for (const [name, schema] of Object.entries(mine)) schemas[names.get(name) ?? name] = renamed(schema);
  return renamed;
}

/** A schema with everything it refers to, as one text: equal texts mean the same. */
function meaning(name: string, schemas: Schemas): string {
  const reached = new Map<string, Json>();
  const reach = (next: string): void => {
    if (reached.has(next)) return;
    const schema = (schemas[next] ?? null) as Json;
    reached.set(next, schema);
    for (const [, inner = ''] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) reach(inner);
  };
  reach(name);
  return canonicalJson(Object.fromEntries(reached));
}

function withNames(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string' && value.startsWith(REF)) return REF + (names.get(value.slice(REF.length)) ?? value.slice(REF.length));
  if (Array.isArray(value)) return value.map((item) => withNames(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withNames(inner, names)]));
}

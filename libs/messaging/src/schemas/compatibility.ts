import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from './json-schema.js';

/**
 * What a changed schema of the same type would break for readers of the old one, one sentence each; empty when only optional fields
 * were added. A breaking change needs a new class with the next major version.
 */
export function breaksOf(before: JsonSchema, after: JsonSchema): string[] {
  const definitions = Object.entries(before.$defs ?? {});
  return [
    ...breaksOfObject('', before, after),
    ...definitions.flatMap(([name, definition]) => breaksOfObject(`${name}.`, definition, after.$defs?.[name] ?? {})),
  ];
}

function breaksOfObject(prefix: string, before: JsonSchema, after: JsonSchema): string[] {
  const [old, fresh] = [before.properties ?? {}, after.properties ?? {}];
  const mustHave = (schema: JsonSchema, name: string) => schema.required?.includes(name) ?? false;
  const changed = Object.keys(old).flatMap((name) => {
    if (!(name in fresh)) return [`${prefix}${name} is gone`];
    if (!isDeepStrictEqual(old[name], fresh[name])) return [`${prefix}${name} has another form`];
    return mustHave(before, name) === mustHave(after, name) ? [] : [`${prefix}${name} is required in one and optional in the other`];
  });
  const added = Object.keys(fresh).filter((name) => !(name in old) && mustHave(after, name));
  return [...changed, ...added.map((name) => `${prefix}${name} is new and required`)];
}

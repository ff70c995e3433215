import { schemaAddress, type ContractClass } from '@chengxin/contracts';
import { nestedClasses, schemaOfClass, type JsonSchema } from './json-schema.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const DEFS = '#/$defs/';

/**
 * The JSON Schema (2020-12) of a contract's data, made from the class alone. `closed` refuses unknown fields at every depth and serves
 * the way out; open ignores them, serves the way in, and is what the event's `dataschema` address answers.
 */
export function schemaOf(contract: ContractClass, { closed }: { closed: boolean }): JsonSchema {
  const style = { closed, refPointerPrefix: DEFS };
  const nested = [...nestedClasses(contract)].map((target) => [target.name, schemaOfClass(target, style)]);
  return {
    $schema: DIALECT,
    ...(!closed && { $id: schemaAddress(contract.type) }),
    title: contract.type,
    ...schemaOfClass(contract, style),
    ...(nested.length > 0 && { $defs: Object.fromEntries(nested) as Record<string, JsonSchema> }),
  };
}

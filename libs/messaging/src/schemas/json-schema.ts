import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { TWINS } from '@chengxin/contracts';

/** A JSON Schema, dialect 2020-12, as far as ours use it. */
export type JsonSchema = {
  $schema?: string;
  $id?: string;
  title?: string;
  type?: string;
  properties?: Record<string, unknown>;
  required?: string[];
  additionalProperties?: boolean;
  $defs?: Record<string, JsonSchema>;
};

type Constructor = new () => object;

/** How schemas are cut: whether unknown fields are refused, and where nested ones are found. */
export type SchemaStyle = { closed: boolean; refPointerPrefix: string };

/** The schema of one class alone; nested classes stand as references by name. */
export function schemaOfClass(target: Constructor, { closed, refPointerPrefix }: SchemaStyle): JsonSchema {
  const schema = targetConstructorToSchema(target, {
    classTransformerMetadataStorage: defaultMetadataStorage,
    additionalConverters: TWINS,
    refPointerPrefix,
  }) as JsonSchema;
  const { properties = {}, required = [] } = schema;
  return { type: 'object', properties, required, ...(closed && { additionalProperties: false }) };
}

/** The classes nested anywhere below a class, each once. */
export function nestedClasses(target: Constructor, found = new Set<Constructor>()): Set<Constructor> {
  for (const { type, target: owner, propertyName } of getMetadataStorage().getTargetValidationMetadatas(target, '', true, false)) {
    if (type !== ValidationTypes.NESTED_VALIDATION) continue;
    const nested = defaultMetadataStorage.findTypeMetadata(owner as Constructor, propertyName).typeFunction() as Constructor;
    if (!found.has(nested)) nestedClasses(nested, found.add(nested));
  }
  return found;
}

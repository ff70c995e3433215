import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { nestedClassOf, TWINS } from '@chengxin/contracts';

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

type Options = NonNullable<Parameters<typeof targetConstructorToSchema>[1]>;

/** What the generator asks of class-transformer: which class is nested where. Contracts remember that themselves. */
const NESTED = {
  findTypeMetadata: (target: Constructor, property: string) => {
    const nested = nestedClassOf(target, property);
    return nested && { typeFunction: () => nested };
  },
  findExcludeMetadata: () => undefined,
  getExposedMetadatas: () => [],
} as unknown as Options['classTransformerMetadataStorage'];

/** The schema of one class alone; nested classes stand as references by name. */
export function schemaOfClass(target: Constructor, { closed, refPointerPrefix }: SchemaStyle): JsonSchema {
  const schema = targetConstructorToSchema(target, {
    classTransformerMetadataStorage: NESTED,
    additionalConverters: TWINS,
    refPointerPrefix,
  }) as JsonSchema;
  const { properties = {}, required = [] } = schema;
  return { type: 'object', properties, required, ...(closed && { additionalProperties: false }) };
}

/** The classes nested anywhere below a class, each once. */
export function nestedClasses(target: Constructor, found = new Set<Constructor>()): Set<Constructor> {
  for (const { type, propertyName } of getMetadataStorage().getTargetValidationMetadatas(target, '', true, false)) {
    const nested = type === ValidationTypes.NESTED_VALIDATION ? nestedClassOf(target, propertyName) : undefined;
    if (nested && !found.has(nested)) nestedClasses(nested, found.add(nested));
  }
  return found;
}

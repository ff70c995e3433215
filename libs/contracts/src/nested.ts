import { plainToInstance, Transform } from 'class-transformer';
import { IsArray, IsObject, ValidateNested } from 'class-validator';
import { allOf } from './all-of.js';

type Constructor = new () => object;

const nested = new Map<object, Map<string, () => Constructor>>();

/** The class nested at a property of a contract or one of its parts, its own or inherited; undefined when none is. */
export function nestedClassOf(target: Constructor, property: string): Constructor | undefined {
  for (let prototype: unknown = target.prototype; prototype; prototype = Object.getPrototypeOf(prototype)) {
    const of = nested.get(prototype)?.get(property);
    if (of) return of();
  }
  return undefined;
}

/** Makes plain data an instance and remembers the class; `@Type` would need `reflect-metadata` to be loaded before any contract. */
const nestedIn =
  (of: () => Constructor): PropertyDecorator =>
  (prototype, property) => {
    const properties = nested.get(prototype) ?? new Map<string, () => Constructor>();
    nested.set(prototype, properties.set(String(property), of));
    Transform(({ value }) => plainToInstance(of(), value), { toClassOnly: true })(prototype, property);
  };

/** One nested object of the given class. */
export const HasOne = (of: () => Constructor): PropertyDecorator => allOf(IsObject(), ValidateNested(), nestedIn(of));

/** A list of nested objects of the given class. */
export const HasMany = (of: () => Constructor): PropertyDecorator =>
  allOf(IsArray(), IsObject({ each: true }), ValidateNested({ each: true }), nestedIn(of));

import { parseLocalDate } from '@chengxin/kernel';

/** Says what is wrong with a value found at a place; empty when nothing is. */
export type Shape = (value: unknown, at: string) => string[];

const wrong = (at: string, expected: string): string[] => [`${at} must be ${expected}`];

/** A text that is not blank. */
export const text: Shape = (value, at) => (typeof value === 'string' && value.trim() !== '' ? [] : wrong(at, 'a text'));

/** True or false. */
export const yesOrNo: Shape = (value, at) => (typeof value === 'boolean' ? [] : wrong(at, 'true or false'));

/** A real day, YYYY-MM-DD. */
export const date: Shape = (value, at) =>
  typeof value === 'string' && parseLocalDate(value) !== undefined ? [] : wrong(at, 'a date YYYY-MM-DD');

/** A whole number of at least `least`. */
export const whole =
  (least: number): Shape =>
  (value, at) =>
    Number.isSafeInteger(value) && Number(value) >= least ? [] : wrong(at, `a whole number of at least ${least}`);

/** An amount above zero. */
export const amount: Shape = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? [] : wrong(at, 'an amount');

/** One of the words. */
export const oneOf =
  (words: readonly string[]): Shape =>
  (value, at) =>
    words.includes(String(value)) && typeof value === 'string' ? [] : wrong(at, `one of ${words.join(', ')}`);

/** A text of this pattern, described in words. */
export const pattern =
  (expression: RegExp, words: string): Shape =>
  (value, at) =>
    typeof value === 'string' && expression.test(value) ? [] : wrong(at, words);

/** A list of such values. */
export const list =
  (item: Shape): Shape =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((member, index) => item(member, `${at}[${index}]`)) : wrong(at, 'a list');

/** Such a value, or nothing. */
export const optional =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined ? [] : shape(value, at);

/** Either of two. */
export const either =
  (a: Shape, b: Shape, words: string): Shape =>
  (value, at) =>
    a(value, at).length === 0 || b(value, at).length === 0 ? [] : wrong(at, words);

/** An object with these properties and no others. */
export const object =
  (properties: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'an object');
    const given = new Map(Object.entries(value));
    const place = (name: string): string => (at === '' ? name : `${at}.${name}`);
    const unknown = [...given.keys()].filter((name) => !Object.hasOwn(properties, name)).map((name) => `${place(name)} is not known here`);
    return [...unknown, ...Object.entries(properties).flatMap(([name, shape]) => shape(given.get(name), place(name)))];
  };

/**
 * The value as canonical JSON (RFC 8785): no white space, keys in the order of their UTF-16 code units, numbers as ECMAScript
 * writes them. Properties that are undefined are left out and `toJSON` is honoured, as `JSON.stringify` does.
 * Throws a TypeError on what is no JSON: numbers that are not finite, lone surrogates, undefined, functions, bigint, symbols, cycles.
 */
export const canonicalJson = (value: unknown): string => written(value, []);

function written(value: unknown, within: object[]): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`no JSON: ${typeof value} ${String(value)}`);
  return structure(value, within);
}

function structure(value: object, within: object[]): string {
  if (within.includes(value)) throw new TypeError('no JSON: an object that holds itself');
  within.push(value);
  const text = inside(value, within);
  within.pop();
  return text;
}

function inside(value: object, within: object[]): string {
  if ('toJSON' in value && typeof value.toJSON === 'function') return written(value.toJSON(), within);
  return Array.isArray(value) ? elements(value, within) : members(value as Record<string, unknown>, within);
}

function elements(value: readonly unknown[], within: object[]): string {
  if (value.every(isWholeText)) return JSON.stringify(value);
  return `[${value.map((item) => written(item, within)).join(',')}]`;
}

function members(value: Record<string, unknown>, within: object[]): string {
  // Default string order is that of UTF-16 code units, which RFC 8785 3.2.3 asks for.
  const keys = Object.keys(value).sort();
  if (keys.every((key) => isWholeText(key) && isWholeText(value[key]))) return JSON.stringify(value, keys); // in the order of this list
  let text = '';
  for (const key of keys) {
    if (value[key] !== undefined) text += `${text && ','}${quoted(key)}:${written(value[key], within)}`;
  }
  return `{${text}}`;
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('no JSON: a lone surrogate');
  return JSON.stringify(text);
}

const isWholeText = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed();

import type { FastifyInstance } from 'fastify';
import { InvalidRequest, type RequestFault, pointerOf } from '../problems/invalid-request.js';
import { BODY_LIMIT_BYTES, JSON_DEPTH } from './limits.js';

/** Strings and the marks between values; in valid JSON nothing else can hold a quote or a bracket. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;
/** Names through which an object could be given another prototype on its way. */
const OF_PROTOTYPES = ['__proto__', 'constructor', 'prototype'];

/** An object or a list that is open while a text is read: the keys seen so far, of an object; whether a key comes next, and the last one. */
type Level = { keys?: Set<string>; keyComes: boolean; at: string };

/**
 * Reads a body of JSON in which every text means one thing to every reader: no key twice in an object (RFC 8259 leaves open which one
 * counts), none that names a prototype, at most JSON_DEPTH levels. Throws 400 with a pointer to what is wrong.
 */
export function readStrictJson(text: string): unknown {
  const value = parsed(text);
  const levels: Level[] = [];
  for (const [token] of text.matchAll(TOKENS)) read(token, levels);
  return value;
}

/** Lets the HTTP server read bodies of JSON strictly, and no others by itself. */
export function acceptStrictJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: BODY_LIMIT_BYTES } as const;
  fastify.addContentTypeParser('application/json', options, (_request, body, done) => {
    try {
      done(null, readStrictJson(String(body)));
    } catch (fault) {
      done(fault as Error);
    }
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid([], { rule: 'json', zh: '不是有效的 JSON', en: 'is not valid JSON' });
  }
}

function read(token: string, levels: Level[]): void {
  const level = levels.at(-1);
  if (token === '{' || token === '[') open(token, levels);
  else if (token === '}' || token === ']') levels.pop();
  else if (token === ',' && level) level.keyComes = level.keys !== undefined;
  else if (level?.keyComes) take(JSON.parse(token) as string, level, levels);
}

function open(token: string, levels: Level[]): void {
  levels.push({ ...(token === '{' && { keys: new Set<string>() }), keyComes: token === '{', at: '' });
  if (levels.length <= JSON_DEPTH) return;
  throw invalid([], { rule: 'depth', zh: `嵌套超过 ${JSON_DEPTH} 层`, en: `is nested more than ${JSON_DEPTH} levels deep` });
}

function take(key: string, level: Level, levels: readonly Level[]): void {
  const twice = level.keys?.has(key);
  level.keys?.add(key);
  level.keyComes = false;
  level.at = key;
  if (twice) throw invalid(levels, { rule: 'unique', zh: '同一对象中出现了两次', en: 'is there twice in one object' });
  if (OF_PROTOTYPES.includes(key)) throw invalid(levels, { rule: 'name', zh: '不是允许的名称', en: 'is not a name that may be used' });
}

function invalid(levels: readonly Level[], said: Pick<RequestFault, 'rule' | 'zh' | 'en'>): InvalidRequest {
  return new InvalidRequest([{ in: 'body', pointer: pointerOf(levels.flatMap(({ keys, at }) => (keys ? [at] : []))), ...said }]);
}

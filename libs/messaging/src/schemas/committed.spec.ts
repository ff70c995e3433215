import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CONTRACTS } from '@chengxin/contracts';
import { asyncApiDocument } from './asyncapi.js';
import { breaksOf } from './compatibility.js';
import type { JsonSchema } from './json-schema.js';
import { schemaOf } from './schemas.js';

const FOLDER = path.resolve(import.meta.dirname, '../../../../docs/api');
const committed = (file: string) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as object;
const generated = (document: object) => JSON.parse(JSON.stringify(document)) as object;

describe('docs/api', () => {
  test('has the schema of every event and of nothing else', () => {
    expect(readdirSync(path.join(FOLDER, 'schemas')).sort()).toEqual(CONTRACTS.map(({ type }) => `${type}.json`).sort());
  });

  test.each(CONTRACTS.map((contract) => [contract.type, contract] as const))('%s breaks no reader, and is up to date', (type, contract) => {
    const [before, after] = [committed(`schemas/${type}.json`), generated(schemaOf(contract, { closed: false }))];
    expect(breaksOf(before as JsonSchema, after as JsonSchema)).toEqual([]);
    expect(before).toEqual(after);
  });

  test('has the AsyncAPI document as it is', () => {
    expect(committed('asyncapi.json')).toEqual(generated(asyncApiDocument()));
  });
});

import { json } from 'node:stream/consumers';
import { mergeOpenApi } from './merge-open-api.js';
import type { Part } from './open-api.js';

/** Reads the services' documents as JSON from standard input (`[{ service, document }]`) and prints the merged one. */
const parts = (await json(process.stdin)) as Part[];
process.stdout.write(`${JSON.stringify(mergeOpenApi(parts), undefined, 2)}\n`);

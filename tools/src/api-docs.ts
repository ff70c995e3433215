import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONTRACTS, SERVICES, type Service } from '@chengxin/contracts';
import { asyncApiDocument, breaksOf, schemaOf, type JsonSchema } from '@chengxin/messaging';

const WORKSPACE = path.resolve(import.meta.dirname, '../../..');
const FOLDER = path.join(WORKSPACE, 'docs/api');
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/** File names below `docs/api`, with their text. */
type Files = Record<string, string>;

const textOf = (document: unknown): string => `${JSON.stringify(document, undefined, 2)}\n`;
const schemaFile = (type: string): string => `schemas/${type}.json`;
const committed = (file: string): string | undefined =>
  existsSync(path.join(FOLDER, file)) ? readFileSync(path.join(FOLDER, file), 'utf8') : undefined;

/** What is said on Kafka: the AsyncAPI document, and the JSON Schema of each event's data. */
function eventFiles(): Files {
  const schemas = CONTRACTS.map((contract) => [schemaFile(contract.type), textOf(schemaOf(contract, { closed: false }))]);
  return { 'asyncapi.json': textOf(asyncApiDocument()), ...Object.fromEntries(schemas) };
}

/** What is answered over HTTP: the services' own documents, merged by the gateway's own program. Needs the built services. */
function httpFiles(): Files {
  const program = (service: Service, file: string) => path.join(WORKSPACE, 'apps', service, 'dist/src', file);
  const run = (args: string[], input?: string) =>
    execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: OUTPUT_LIMIT, input });
  const own: Service[] = [...SERVICES.filter((service) => service !== 'gateway'), 'gateway'];
  const parts = own.map((service) => ({ service, document: JSON.parse(run([program(service, 'main.js'), 'openapi'])) as unknown }));
  return { 'openapi.json': run([program('gateway', 'openapi/print-merged.js')], JSON.stringify(parts)) };
}

/** What the new schemas would break for readers of the committed ones. */
function breaks(files: Files): string[] {
  return CONTRACTS.flatMap(({ type }) => {
    const before = committed(schemaFile(type));
    const after = files[schemaFile(type)];
    if (!before || !after) return [];
    return breaksOf(JSON.parse(before) as JsonSchema, JSON.parse(after) as JsonSchema).map((sentence) => `${type}: ${sentence}`);
  });
}

/** Schemas that are committed and no longer made: a type was dropped. */
function dropped(files: Files): string[] {
  const folder = path.join(FOLDER, 'schemas');
  return existsSync(folder) ? readdirSync(folder).filter((file) => !(`schemas/${file}` in files)) : [];
}

/**
 * Writes `docs/api`; with `--check` only compares, and ends with 1 where a file differs. Refuses to write a schema that breaks readers
 * of the committed one, or to drop one: such a change is a new class with the next major version.
 */
function main(args: string[]): void {
  const files = { ...eventFiles(), ...httpFiles() };
  const broken = [...breaks(files), ...dropped(files).map((file) => `${file} is dropped`)];
  if (broken.length > 0) throw new Error(`a breaking change needs a new major version:\n  ${broken.join('\n  ')}`);
  const different = Object.entries(files).filter(([file, text]) => committed(file) !== text);
  if (args.includes('--check')) {
    if (different.length > 0) throw new Error(`out of date, run it without --check:\n  ${different.map(([file]) => file).join('\n  ')}`);
    return;
  }
  mkdirSync(path.join(FOLDER, 'schemas'), { recursive: true });
  for (const [file, text] of different) writeFileSync(path.join(FOLDER, file), text);
  console.log(`docs/api: ${different.length} of ${Object.keys(files).length} files written`);
}

main(process.argv.slice(2));

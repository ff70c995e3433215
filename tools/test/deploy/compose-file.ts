import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** The root of the repository. */
export const WORKSPACE = path.resolve(import.meta.dirname, '../../..');

/** What the specs read of a service of the compose file. */
export type ComposeService = {
  image: string;
  user?: string;
  read_only?: boolean;
  restart?: string;
  cap_drop?: string[];
  environment?: Record<string, string>;
  entrypoint?: string[];
  depends_on?: Record<string, { condition: string }>;
  deploy?: { resources?: { limits?: { cpus?: string; memory?: string } } };
  healthcheck?: { test: string[] };
  networks?: string[];
};

/** A compose file, its anchors and merges resolved. */
export type ComposeFile = { services: Record<string, ComposeService> };

/** A text file of the repository. */
export const textOf = (file: string): string => readFileSync(path.join(WORKSPACE, file), 'utf8');

/** Reads docker-compose.yml anew, so that a test may change what it gets. */
export const readCompose = (): ComposeFile => parse(textOf('docker-compose.yml'), { merge: true, maxAliasCount: -1 }) as ComposeFile;

const REFERENCE = /\$\{(\w+)(?::([?-])([^}]*))?\}/g;

/** Puts values in as compose does: `${NAME:?why}` throws where there is none, `${NAME:-default}` has a default, `$$` is a dollar. */
export function interpolate(text: string, values: Record<string, string>): string {
  return text
    .replace(REFERENCE, (_, name: string, kind?: string, rest = '') => {
      const value = values[name];
      if (value) return value;
      if (kind === '?') throw new Error(`${name} ${rest}`);
      return kind === '-' ? rest : '';
    })
    .replaceAll('$$', '$');
}

/** The variables that the file cannot do without. */
export const neededBy = (text: string): string[] => [
  ...new Set([...text.matchAll(REFERENCE)].filter(([, , kind]) => kind === '?').map(([, name = '']) => name)),
];

/** The environment of a service when every needed variable has the value `filled` gives. */
export function environmentOf({ services }: ComposeFile, service: string, filled: (name: string) => string): Record<string, string> {
  const values = Object.fromEntries(neededBy(textOf('docker-compose.yml')).map((name) => [name, filled(name)]));
  const entries = Object.entries(services[service]?.environment ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, interpolate(String(value), values)]));
}

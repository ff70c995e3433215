import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type PlantedWorkspace, plantedWorkspace } from './boundaries/planted-workspace.js';

const BOUNDARY = '@nx/enforce-module-boundaries: A project tagged with';
const PATHS = '@nx/enforce-module-boundaries: Projects cannot be imported by a relative or absolute path';
const imports = (name: string) => `import { planted } from '${name}';\nexport const used = planted;\n`;

/** Row of the table, where the violation is planted, what it imports, what says no. */
const IMPORTS: [row: string, file: string, name: string, said: string][] = [
  ['kernel imports nothing', 'libs/kernel/src/x.ts', '@chengxin/law', BOUNDARY],
  ['kernel imports no package', 'libs/kernel/src/x.ts', 'class-validator', BOUNDARY],
  ['law knows no contract', 'libs/law/src/x.ts', '@chengxin/contracts', BOUNDARY],
  ['law knows no context', 'libs/law/src/x.ts', '@chengxin/rating', BOUNDARY],
  ['a domain library knows no contract', 'libs/registry/src/x.ts', '@chengxin/contracts', BOUNDARY],
  ['a domain library knows no platform', 'libs/repair/src/x.ts', '@chengxin/platform', BOUNDARY],
  ['a domain library imports no package', 'libs/rating/src/x.ts', 'typeorm', BOUNDARY],
  ['a domain library knows no other context', 'libs/verification/src/x.ts', '@chengxin/rating', BOUNDARY],
  ['contracts know no platform', 'libs/contracts/src/x.ts', '@chengxin/platform', BOUNDARY],
  ['contracts import validators alone', 'libs/contracts/src/x.ts', 'ajv', BOUNDARY],
  ['platform knows no context', 'libs/platform/src/x.ts', '@chengxin/registry', BOUNDARY],
  ['platform does not test', 'libs/platform/src/x.ts', '@chengxin/testing', BOUNDARY],
  ['messaging knows no context', 'libs/messaging/src/x.ts', '@chengxin/repair', BOUNDARY],
  ['testing is imported by specs alone', 'apps/registry/src/x.ts', '@chengxin/testing', BOUNDARY],
  ['the sdk knows contracts and kernel alone', 'libs/sdk/src/x.ts', '@chengxin/law', BOUNDARY],
  ['the portal knows sdk and kernel alone', 'apps/portal/src/x.ts', '@chengxin/contracts', BOUNDARY],
  ['an application decides by its own library', 'apps/registry/src/x.ts', '@chengxin/rating', BOUNDARY],
  ['an application without rules has no library', 'apps/gateway/src/x.ts', '@chengxin/verification', BOUNDARY],
  ['an application knows no tool', 'apps/audit/src/x.ts', '@chengxin/tools', 'no-restricted-imports'],
  [
    'applications never import one another',
    'apps/registry/src/x.ts',
    '@chengxin/rating-service/src/rating.module.js',
    'no-restricted-imports',
  ],
  ['nor by their paths', 'apps/registry/src/x.ts', '../../rating/src/rating.module.js', PATHS],
  ['a library is entered by its door', 'apps/registry/src/x.ts', '@chengxin/platform/src/clock/clock.js', 'no-restricted-imports'],
  ['a spec knows no other context', 'apps/registry/test/x.int-spec.ts', '@chengxin/rating', BOUNDARY],
  ['a pure spec knows no platform', 'libs/rating/src/x.spec.ts', '@chengxin/platform', BOUNDARY],
  ['only messaging talks to Kafka', 'apps/registry/src/x.ts', 'kafkajs', 'no-restricted-imports'],
  ['nor does platform', 'libs/platform/src/x.ts', 'kafkajs', 'no-restricted-imports'],
  ...['registry', 'rating', 'repair', 'verification', 'disclosure', 'delivery', 'audit', 'gateway'].map(
    (app): [string, string, string, string] => [
      `${app} stays in its scope`,
      `apps/${app}/src/x.ts`,
      app === 'repair' ? '@chengxin/registry' : '@chengxin/repair',
      BOUNDARY,
    ],
  ),
];

/** The same rows from their other side: a table that forbids everything would pass the list above. */
const ALLOWED: [file: string, name: string][] = [
  ['libs/law/src/x.ts', '@chengxin/kernel'],
  ['libs/rating/src/x.ts', '@chengxin/law'],
  ['libs/contracts/src/x.ts', '@chengxin/law'],
  ['libs/contracts/src/x.ts', 'class-validator'],
  ['libs/messaging/src/x.ts', '@chengxin/platform'],
  ['libs/messaging/src/x.ts', 'kafkajs'],
  ['libs/testing/src/x.ts', '@chengxin/rating'],
  ['libs/sdk/src/x.ts', '@chengxin/contracts'],
  ['apps/portal/src/x.ts', '@chengxin/sdk'],
  ['apps/rating/src/x.ts', '@chengxin/rating'],
  ['apps/rating/src/x.ts', '@chengxin/messaging'],
  ['apps/rating/test/x.int-spec.ts', '@chengxin/testing'],
  ['libs/rating/src/x.spec.ts', 'fast-check'],
  ['apps/e2e/src/x.e2e-spec.ts', '@chengxin/testing'],
  ['tools/src/x.ts', '@chengxin/registry'],
];

/** What a pure library may not touch, and the rule that says so. */
const IMPURE: [what: string, code: string, said: string][] = [
  ['a built-in of Node', imports('node:fs'), 'no-restricted-imports'],
  ['a built-in without its prefix', imports('fs/promises'), 'no-restricted-imports'],
  ['an import at run time', `export const used = () => import('./x.js');\n`, 'no-restricted-syntax'],
  ['process', 'export const used = process.env;\n', 'no-restricted-globals'],
  ['the clock, by new Date()', 'export const used = new Date();\n', 'no-restricted-syntax'],
  ['the clock, by Date()', 'export const used = Date();\n', 'no-restricted-syntax'],
  ['the clock, by Date.now()', 'export const used = Date.now();\n', 'no-restricted-properties'],
  ['the clock, by performance', 'export const used = performance.now();\n', 'no-restricted-globals'],
  ['dice, by Math.random()', 'export const used = Math.random();\n', 'no-restricted-properties'],
  ['dice, by crypto', 'export const used = crypto.randomUUID();\n', 'no-restricted-globals'],
  ['timers', 'export const used = setTimeout;\n', 'no-restricted-globals'],
  ['the global object', 'export const used = globalThis;\n', 'no-restricted-globals'],
];

const PURE = ['kernel', 'law', 'registry', 'rating', 'repair', 'verification'];

let workspace: PlantedWorkspace;
let caught: Map<string, string[]>;
const code = (name: string) => imports(name);
const at = (file: string, text: string) => `${file}\n${text}`;

beforeAll(() => {
  workspace = plantedWorkspace();
  const planted = [
    ...IMPORTS.map(([, file, name]) => ({ file, code: code(name) })),
    ...ALLOWED.map(([file, name]) => ({ file, code: code(name) })),
    ...PURE.flatMap((library) => IMPURE.map(([, text]) => ({ file: `libs/${library}/src/x.ts`, code: text }))),
  ];
  const messages = workspace.lint(planted);
  caught = new Map(planted.map((each, index) => [at(each.file, each.code), messages[index] ?? []]));
}, 60_000);

afterAll(() => workspace.remove());

describe('the boundary table', () => {
  test.each(IMPORTS)('%s: %s may not import %s', (_, file, name, said) => {
    expect(caught.get(at(file, code(name)))).toContainEqual(expect.stringContaining(said));
  });

  test.each(ALLOWED)('%s may import %s', (file, name) => {
    expect(caught.get(at(file, code(name)))).toEqual([]);
  });

  test('has a planted violation for every tag', async () => {
    const planted = new Set(IMPORTS.flatMap(([, file]) => tagsOf(file)));
    const known = globSync('{apps,libs}/*/package.json', { cwd: root }).flatMap((file) => tagsOf(file));
    const mayImportAll = ['type:testing', 'type:tool'];
    expect(known.filter((tag) => !planted.has(tag) && !mayImportAll.includes(tag))).toEqual([]);
  });

  test('knows every project by one type and one scope', () => {
    const projects = [...globSync('{apps,libs}/*/package.json', { cwd: root }), 'tools/package.json'];
    const odd = projects.filter(
      (file) =>
        tagsOf(file)
          .map((tag) => tag.split(':')[0])
          .sort()
          .join() !== 'scope,type',
    );
    expect(odd).toEqual([]);
  });
});

describe('a pure library', () => {
  test.each(PURE.flatMap((library) => IMPURE.map(([what, text, said]) => ({ library, what, text, said }))))(
    '$library touches no $what',
    ({ library, text, said }) => {
      expect(caught.get(at(`libs/${library}/src/x.ts`, text))).toContainEqual(expect.stringContaining(said));
    },
  );
});

const root = path.resolve(import.meta.dirname, '../..');

function tagsOf(file: string): string[] {
  const project = path.join(
    root,
    file
      .split('/')
      .slice(0, file.startsWith('tools') ? 1 : 2)
      .join('/'),
    'package.json',
  );
  try {
    return (JSON.parse(readFileSync(project, 'utf8')) as { nx: { tags: string[] } }).nx.tags;
  } catch {
    return []; // a project of the table that has no folder yet
  }
}

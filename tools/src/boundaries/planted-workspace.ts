import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const workspace = path.resolve(import.meta.dirname, '../../..');
const FILES = ['package.json', 'package-lock.json', 'nx.json', 'eslint.config.mjs', 'tsconfig.base.json', 'tsconfig.json'];

/** Projects of the table that have no folder yet. */
const PLANNED = { 'libs/sdk': ['type:sdk', 'scope:shared'], 'apps/portal': ['type:portal', 'scope:shared'] };

/** A file as somebody might write it. */
export type Planted = { file: string; code: string };

/** A copy of the workspace with every project and its tags but none of its sources, for planting violations in. */
export type PlantedWorkspace = { lint: (planted: readonly Planted[]) => string[][]; remove: () => void };

/** Makes the copy in a temporary folder and refreshes its project graph, from which the boundary rule reads. */
export function plantedWorkspace(): PlantedWorkspace {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-boundaries-'));
  const projects = globSync('{apps,libs}/*/package.json', { cwd: workspace });
  for (const file of FILES) cpSync(path.join(workspace, file), path.join(folder, file));
  for (const file of [...projects, 'tools/package.json']) copyWithoutDependencies(file, folder);
  for (const [project, tags] of Object.entries(PLANNED)) addProject(path.join(folder, project), tags);
  linkPackages(folder);
  cpSync(path.join(import.meta.dirname, 'lint-planted.mjs'), path.join(folder, 'lint-planted.mjs'));
  const node = (args: string[], input = '') =>
    execFileSync(process.execPath, args, { cwd: folder, input, encoding: 'utf8', env: cleanEnvironment() });
  node(['node_modules/nx/dist/bin/nx.js', 'show', 'projects']);
  return {
    lint: (planted) => {
      const files = planted.map(({ file, code }) => ({ file: path.join(folder, file), code }));
      return JSON.parse(node(['lint-planted.mjs'], JSON.stringify(files))) as string[][];
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Without edges no import closes a circle, which would be refused before its row of the table is asked. */
function copyWithoutDependencies(file: string, folder: string): void {
  const { name, version, exports, nx } = JSON.parse(readFileSync(path.join(workspace, file), 'utf8')) as Record<string, unknown>;
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), JSON.stringify({ name, version, exports, nx }));
}

function addProject(folder: string, tags: string[]): void {
  if (existsSync(path.join(folder, 'package.json'))) return;
  const name = path.basename(folder);
  mkdirSync(folder, { recursive: true });
  const exported = { '.': './src/index.ts' };
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: `@chengxin/${name}`, version: '0.1.0', exports: exported, nx: { name, tags } }),
  );
}

/** Every package of the real workspace, but the copy's own projects: resolved through a link to the real ones they would lie outside. */
function linkPackages(folder: string): void {
  const from = path.join(workspace, 'node_modules');
  const to = path.join(folder, 'node_modules');
  mkdirSync(path.join(to, '@chengxin'), { recursive: true });
  for (const name of readdirSync(from).filter((each) => each !== '@chengxin')) symlinkSync(path.join(from, name), path.join(to, name));
  for (const project of globSync('libs/*', { cwd: folder }))
    symlinkSync(path.join(folder, project), path.join(to, '@chengxin', path.basename(project)));
}

/** Without what jest and npm tell their children, which would lead them back to the real workspace. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, NX_DAEMON: 'false' };
}

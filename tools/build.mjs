/** Compiles the TypeScript of the project in the current folder into its `dist`, file by file, with SWC; specs stay out. */
import { transformFile } from '@swc/core';
import { cp, mkdir, rm, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const project = process.cwd();
const dist = path.join(project, 'dist');
const workspace = path.resolve(import.meta.dirname, '..');
const options = { ...JSON.parse(await readFile(path.join(workspace, '.swcrc'), 'utf8')), swcrc: false };
const skipped = new Set(['dist', 'node_modules', 'test']);

async function* sources(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* sources(file);
    } else if (/\.(ts|json)$/.test(entry.name) && !/(spec|\.d)\.ts$/.test(entry.name) && path.dirname(file) !== project) {
      yield file;
    }
  }
}

await rm(dist, { recursive: true, force: true });
for await (const file of sources(project)) {
  const target = path.join(dist, path.relative(project, file));
  await mkdir(path.dirname(target), { recursive: true });
  if (file.endsWith('.json')) {
    await cp(file, target);
    continue;
  }
  const { code, map } = await transformFile(file, { ...options, sourceFileName: file });
  const compiled = target.replace(/\.ts$/, '.js');
  await writeFile(compiled, `${code}\n//# sourceMappingURL=${path.basename(compiled)}.map\n`);
  await writeFile(`${compiled}.map`, map);
}

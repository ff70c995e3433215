import path from 'node:path';
import { run } from '../processes/spawning.js';

/** A check that is no test: passed or not, with all it said. */
export type CheckOutcome = { name: string; passed: boolean; said: string; seconds: number };

const bin = (workspace: string, file: string) => path.join(workspace, 'node_modules', file);

/** Lint with the boundaries, types, the committed documents of the API and form, side by side. The boundary rule reads a cached project graph, so that is refreshed first. */
export async function staticChecks(workspace: string): Promise<CheckOutcome[]> {
  const graph = await check(workspace, 'project graph', [bin(workspace, 'nx/dist/bin/nx.js'), 'show', 'projects']);
  const checks = [
    check(workspace, 'lint and boundaries', [bin(workspace, 'eslint/bin/eslint.js'), '.', '--max-warnings', '0']),
    check(workspace, 'types', [bin(workspace, 'typescript/bin/tsc'), '-p', '.']),
    check(workspace, 'documents of the API', [path.join(workspace, 'tools/dist/src/api-docs.js'), '--check']),
    check(workspace, 'form', [bin(workspace, 'prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']),
  ];
  return [graph, ...(await Promise.all(checks))];
}

async function check(workspace: string, name: string, args: string[]): Promise<CheckOutcome> {
  const started = Date.now();
  const { code, said } = await run(process.execPath, args, { cwd: workspace, env: process.env });
  return { name, passed: code === 0, said, seconds: (Date.now() - started) / 1000 };
}

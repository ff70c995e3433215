import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Project } from './house.js';

type Graph = { graph: { nodes: Record<string, { data: { tags: string[] } }>; dependencies: Record<string, { target: string }[]> } };

/** The projects of the workspace in `folder`, read from Nx's project graph, in the order of their names. */
export function projectsOf(folder: string): Project[] {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'chengxin-graph-'));
  try {
    const file = path.join(scratch, 'graph.json');
    const nx = path.join(folder, 'node_modules/nx/dist/bin/nx.js');
    execFileSync(process.execPath, [nx, 'graph', `--file=${file}`], { cwd: folder, stdio: 'ignore' });
    const { graph } = JSON.parse(readFileSync(file, 'utf8')) as Graph;
    const names = Object.keys(graph.nodes).sort();
    const targets = (name: string) => [...new Set((graph.dependencies[name] ?? []).map(({ target }) => target))];
    return names.map((name) => ({
      name,
      tags: graph.nodes[name]?.data.tags ?? [],
      imports: targets(name).filter((target) => names.includes(target)),
    }));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

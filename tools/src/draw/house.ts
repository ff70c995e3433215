/** A project of the workspace as the picture shows it: its name, its tags, and what it imports. */
export type Project = { name: string; tags: readonly string[]; imports: readonly string[] };

/** Only the imports that no other import implies: what is left when every way round through a third project is taken away. */
export function essentialImports(projects: readonly Project[]): Map<string, string[]> {
  const imports = new Map(projects.map(({ name, imports: direct }) => [name, direct]));
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of imports.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
    return seen;
  };
  const essential = ({ imports: direct }: Project): string[] =>
    direct.filter((target) => !direct.some((other) => other !== target && reached(other).has(target)));
  return new Map(projects.map((project) => [project.name, essential(project)]));
}

/** The floors of the house from the roof down; a project stands on the first floor that takes one of its tags. */
const FLOORS = [
  { title: 'tools and tests', takes: ['type:tool', 'type:testing'] },
  { title: 'applications act', takes: ['type:app'] },
  { title: 'libraries decide', takes: ['scope:registry', 'scope:rating', 'scope:repair', 'scope:verification'] },
  { title: 'carrying', takes: ['messaging'] },
  { title: 'ground of every service', takes: ['platform'] },
  { title: 'contracts connect', takes: ['type:contracts'] },
  { title: 'the law is data', takes: ['law'] },
  { title: 'bedrock', takes: ['type:kernel'] },
] as const;

/** The rooms of each floor, from the roof down, in the order of their names. */
export function floorsOf(projects: readonly Project[]): { title: string; rooms: Project[] }[] {
  const left = new Set(projects);
  return FLOORS.map(({ title, takes }) => {
    const rooms = [...left].filter(({ name, tags }) => takes.some((sign) => sign === name || tags.includes(sign)));
    for (const room of rooms) left.delete(room);
    return { title, rooms: rooms.sort((a, b) => a.name.localeCompare(b.name)) };
  });
}

/** Which action leads from which status to which: the whole workflow. */
export type Transitions<S extends string, A extends string> = Readonly<Record<S, Readonly<Partial<Record<A, S>>>>>;

/** The status the action leads to, or undefined when it is not allowed. */
export function target<S extends string, A extends string>(table: Transitions<S, A>, status: S, action: A): S | undefined {
  const row = table[status];
  return Object.hasOwn(row, action) ? row[action] : undefined;
}

/** Whether the action is allowed in the status. */
export const allows = <S extends string, A extends string>(table: Transitions<S, A>, status: S, action: A): boolean =>
  target(table, status, action) !== undefined;

/** Names statuses that `initial` cannot reach, and statuses from which no `final` one can be reached. */
export function checkTransitions<S extends string, A extends string>(
  table: Transitions<S, A>,
  initial: S,
  final: readonly S[],
): { unreachable: S[]; dead: S[] } {
  const statuses = statusesOf(table);
  const reached = reachable(table, initial);
  return {
    unreachable: statuses.filter((status) => !reached.has(status)),
    dead: statuses.filter((status) => final.every((end) => !reachable(table, status).has(end))),
  };
}

/** The table as a Mermaid `stateDiagram-v2`; the first status is the initial one, those without a way out are final. */
export function transitionDiagram<S extends string, A extends string>(table: Transitions<S, A>): string {
  const statuses = statusesOf(table);
  const id = (status: S): string => status.replaceAll('-', '_');
  const arrows = statuses.flatMap((status) => {
    const ways = Object.entries(table[status]) as [A, S][];
    if (ways.length === 0) return [`  ${id(status)} --> [*]`];
    return ways.map(([action, next]) => `  ${id(status)} --> ${id(next)} : ${action}`);
  });
  const names = statuses.filter((status) => id(status) !== status).map((status) => `  state "${status}" as ${id(status)}`);
  return ['stateDiagram-v2', ...names, ...statuses.slice(0, 1).map((status) => `  [*] --> ${id(status)}`), ...arrows].join('\n');
}

const statusesOf = <S extends string, A extends string>(table: Transitions<S, A>): S[] => Object.keys(table) as S[];

function reachable<S extends string, A extends string>(table: Transitions<S, A>, from: S): Set<S> {
  const seen = new Set<S>([from]);
  for (const status of seen) {
    for (const next of Object.values(table[status]) as S[]) seen.add(next);
  }
  return seen;
}

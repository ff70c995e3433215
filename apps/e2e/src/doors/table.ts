import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PERSONAS } from '@chengxin/testing';
import { WORKSPACE } from '../commands.js';

/** The file that says who may enter where, from the repository's root. */
export const DOORS = 'docs/doors.md';

/** What a door says to one user: it is open, or how it is shut. */
export type Cell = 'open' | '401' | '403' | '404';

/** A row of the file: a route, what is asked about, and what each column expects. */
export type Row = { route: string; about: string; expected: Record<string, Cell> };

/** The columns, and the users of the demonstration each one stands for; nobody signed in is `undefined`. */
export const COLUMNS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  public: [undefined],
  ...Object.fromEntries(PERSONAS.filter(({ machine }) => !machine).map(({ user }) => [user, [user]])),
  department: ['department', 'market-regulation'],
  tax: ['tax'],
  others: PERSONAS.filter(({ user, machine }) => machine && !['department', 'market-regulation', 'tax'].includes(user)).map(
    ({ user }) => user,
  ),
};

/** Reads the file. Throws with the line that is no row, or whose columns are not the users of the demonstration. */
export function readDoors(): Row[] {
  const lines = readFileSync(path.join(WORKSPACE, DOORS), 'utf8').split('\n').map(cellsOf);
  const tables = lines.flatMap((cells, at) => (cells[0] === 'route' ? [at] : []));
  return tables.flatMap((at) => {
    const end = lines.findIndex((cells, line) => line > at && cells.length === 0);
    return lines.slice(at + 2, end < 0 ? undefined : end).map((cells) => rowOf(lines[at] ?? [], cells));
  });
}

/** The row that a route without one should get, as far as its document says: a door for each of its roles. */
export function suggestedRow(route: string, roles: readonly string[] | undefined): string {
  const about = /\{(\w+)\}/.test(route) ? '(what of)' : '—';
  const cells = Object.values(COLUMNS).map(([user]) => {
    const role = PERSONAS.find((persona) => persona.user === user)?.role;
    if (!roles) return 'open';
    if (!role) return '401';
    return roles.includes(role) ? 'open' : '403';
  });
  return `| ${[`\`${route}\``, about, ...cells].join(' | ')} |`;
}

/**
 * What a row becomes to those who state no purpose, by what its route gives without one (`x-without-purpose`): a door that shows
 * `nothing` is shut to all but an enterprise of its own, one that shows one's `own` to those who only oversee.
 */
export function withoutPurpose(expected: Row['expected'], without: string): Row['expected'] {
  const shut = (column: string, cell: Cell): boolean => {
    if (cell === '401' || column === 'enterprise') return false;
    return without === 'nothing' || (without === 'own' && OVERSEERS.includes(column));
  };
  return Object.fromEntries(Object.entries(expected).map(([column, cell]) => [column, shut(column, cell) ? '403' : cell]));
}

const OVERSEERS: readonly string[] = ['regulator', 'auditor', 'admin'];

function rowOf([, , ...columns]: readonly string[], [route = '', about = '', ...cells]: readonly string[]): Row {
  const named = Object.keys(COLUMNS);
  if (columns.join() !== named.join()) throw new Error(`the columns of ${DOORS} must be ${named.join(', ')}, not ${columns.join(', ')}`);
  const faulty = cells.length !== columns.length || cells.some((cell) => !isCell(cell));
  if (faulty) throw new Error(`${DOORS}, ${route} about ${about}: each of ${cells.join(', ')} must be open, 401, 403 or 404`);
  const expected = Object.fromEntries(columns.map((column, at) => [column, cells[at] as Cell]));
  return { route: route.replaceAll('`', ''), about, expected };
}

const isCell = (text: string): text is Cell => ['open', '401', '403', '404'].includes(text);

const cellsOf = (line: string): string[] => (line.startsWith('|') ? line.split('|').slice(1, -1) : []).map((cell) => cell.trim());

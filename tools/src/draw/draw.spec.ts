import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { essentialImports, floorsOf } from './house.js';
import { draw } from './picture.js';
import { projectsOf } from './workspace.js';

const workspace = path.resolve(import.meta.dirname, '../../..');

test('an import that another one implies is not drawn', () => {
  const projects = [
    { name: 'a', tags: [], imports: ['b', 'c'] },
    { name: 'b', tags: [], imports: ['c'] },
    { name: 'c', tags: [], imports: [] },
  ];
  expect(essentialImports(projects)).toEqual(
    new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', []],
    ]),
  );
});

test('every project of the workspace has a floor, and the committed picture is the one of today', () => {
  const projects = projectsOf(workspace);
  expect(
    floorsOf(projects)
      .flatMap(({ rooms }) => rooms.map(({ name }) => name))
      .sort(),
  ).toEqual(projects.map(({ name }) => name));
  expect(readFileSync(path.join(workspace, 'docs/architecture.svg'), 'utf8')).toBe(draw(projects));
}, 60_000);

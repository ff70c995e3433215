import { readFileSync } from 'node:fs';
import { transitionDiagram } from '@chengxin/kernel';
import { TRANSITIONS } from '@chengxin/repair';
import { expect, test } from '@jest/globals';
import { ANNOUNCED } from './cases/case.contract.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the README draws the way of a case as it is', () => {
  expect(readme).toContain(`\`\`\`mermaid\n${transitionDiagram(TRANSITIONS)}\n\`\`\``);
});

test.each(ANNOUNCED.map(({ type }) => type))('the README says that %s is announced', (type) => {
  expect(readme).toContain(`\`${type}\``);
});

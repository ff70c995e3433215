import { checkTransitions, transitionDiagram } from '@chengxin/kernel';
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { FINAL, INITIAL, nextSteps, TRANSITIONS } from './transitions.js';

describe('the transitions of a case', () => {
  test('leave no status unreachable and none without a way to an end', () => {
    expect(checkTransitions(TRANSITIONS, INITIAL, FINAL)).toEqual({ unreachable: [], dead: [] });
  });

  test.each(FINAL)('end with %s', (status) => {
    expect(nextSteps(status)).toEqual([]);
  });

  test('say who does what comes next', () => {
    expect(nextSteps('pre-checked')).toEqual([
      { action: 'accept', by: 'determining-unit' },
      { action: 'not-accept', by: 'determining-unit' },
      { action: 'withdraw', by: 'applicant' },
    ]);
  });

  test('are drawn in the README as they are', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${transitionDiagram(TRANSITIONS)}\n\`\`\``);
  });
});

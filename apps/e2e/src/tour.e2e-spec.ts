import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { missingLines, tourSteps, walk } from './readme-tour.js';
import { System } from './system.js';

let system: System;
beforeAll(async () => {
  system = await System.start();
}, 300_000);
afterAll(async () => {
  expect(await system?.stop()).toEqual([]);
}, 60_000);

test('the tour of the README walks one penalty from a file to every department, and back by repair', async () => {
  const steps = tourSteps();
  const printed = await walk(steps, system.env);
  const missing = steps.map((step, n) => ({ commands: step.commands, missing: missingLines(step, printed[n] ?? ''), printed: printed[n] }));
  expect(missing.filter(({ missing: lines }) => lines.length > 0)).toEqual([]);
}, 300_000);

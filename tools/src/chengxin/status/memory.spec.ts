import { describe, expect, test } from '@jest/globals';
import { listProcesses, memoryMbOf, processesFromPs } from './memory.js';

const LISTED = processesFromPs(`    1     0   2048
  100     1 102400
  200     1  40960
  201   200  30720
  202   201  20480
`);

describe('the memory of a process', () => {
  test('is read from ps', () => expect(LISTED[1]).toEqual({ pid: 100, ppid: 1, residentKb: 102_400 }));

  test('is what is resident, where it has no children', () => expect(memoryMbOf(100, LISTED, () => 1)).toBe(100));

  test('with children counts what they share once', () => {
    const proportional = new Map([
      [200, 10_240],
      [201, 5_120],
    ]);
    expect(memoryMbOf(200, LISTED, (pid) => proportional.get(pid))).toBe(10 + 5 + 20);
  });

  test('that is gone is none', () => expect(memoryMbOf(999, LISTED)).toBe(0));

  test('of this very one is more than 20 MB', () => expect(memoryMbOf(process.pid, listProcesses())).toBeGreaterThan(20));
});

import { describe, expect, test } from '@jest/globals';
import { listProcesses, memoryOf, processesFromPs, togetherMb } from './memory.js';

const LISTED = processesFromPs(`    1     0   2048
  100     1 102400
  200     1  40960
  201   200  30720
  202   201  20480
`);

describe('the memory of a process', () => {
  test('is read from ps', () => expect(LISTED[1]).toEqual({ pid: 100, ppid: 1, residentKb: 102_400 }));

  test('is what is resident, where it has no children; its share is what is divided', () => {
    expect(memoryOf(100, LISTED, () => 61_440)).toEqual({ memoryMb: 100, shareMb: 60 });
  });

  test('with children counts what they share once', () => {
    const proportional = new Map([
      [200, 10_240],
      [201, 5_120],
    ]);
    const memoryMb = 10 + 5 + 20;
    expect(memoryOf(200, LISTED, (pid) => proportional.get(pid))).toEqual({ memoryMb, shareMb: memoryMb });
  });

  test('that is gone is none', () => expect(memoryOf(999, LISTED)).toEqual({ memoryMb: 0, shareMb: 0 }));

  test('of this very one is more than 20 MB, and no less than its share', () => {
    const { memoryMb, shareMb } = memoryOf(process.pid, listProcesses());
    expect(memoryMb).toBeGreaterThan(20);
    expect(shareMb).toBeLessThanOrEqual(memoryMb);
  });

  test('together is the sum of the shares, and where none is known of what each shows', () => {
    expect(togetherMb([{ memoryMb: 100, shareMb: 60 }, { memoryMb: 90 }, {}])).toBe(150);
  });
});

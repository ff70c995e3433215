import { describe, expect, test } from '@jest/globals';
import { Clock } from './clock.js';
import { MachineClock } from './machine-clock.js';

class StoppedClock extends MachineClock {
  override now(): Date {
    return new Date('2026-11-20T15:59:59Z');
  }
}

describe('business time', () => {
  test('is machine time plus the offset, and its date that of Shanghai', () => {
    const clock = new Clock(new StoppedClock());
    expect(clock.today()).toBe('2026-11-20');
    clock.setOffset(1);
    expect(clock.today()).toBe('2026-11-21');
    clock.setOffset(-86_400);
    expect(clock.now().toISOString()).toBe('2026-11-19T15:59:59.000Z');
  });

  test('tells its listeners when it moves, and only then', () => {
    const clock = new Clock(new StoppedClock());
    let calls = 0;
    const end = clock.onChange(() => (calls += 1));
    clock.setOffset(60);
    clock.setOffset(60);
    expect(calls).toBe(1);
    end();
    clock.setOffset(61);
    expect(calls).toBe(1);
  });
});

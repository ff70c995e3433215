import { Injectable } from '@nestjs/common';
import { localDateOf, type LocalDate } from '@chengxin/kernel';
import { MachineClock } from './machine-clock.js';

type Listener = () => void;

/** Business time: machine time plus the newest announced offset. It rules deadlines, states and every date a person reads. */
@Injectable()
export class Clock {
  private offset = 0;
  private readonly listeners = new Set<Listener>();

  constructor(private readonly machine: MachineClock) {}

  /** Seconds that business time is ahead of machine time; negative when behind. */
  get offsetSeconds(): number {
    return this.offset;
  }

  /** The business instant. */
  now(): Date {
    return new Date(this.machine.now().getTime() + this.offset * 1000);
  }

  /** The business date in Asia/Shanghai. */
  today(): LocalDate {
    return localDateOf(this.now());
  }

  /** Moves business time. Called only by what reads `credit.platform.clock`. */
  setOffset(seconds: number): void {
    if (seconds === this.offset) return;
    this.offset = seconds;
    for (const listener of this.listeners) listener();
  }

  /** Calls `listener` each time business time is moved; gives the function that ends it. */
  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

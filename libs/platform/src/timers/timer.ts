import type { Transaction } from '../database/transaction.js';

/** Which time a timer waits for: `business` moves when the clock is advanced, `machine` never jumps. */
export type TimerClock = 'business' | 'machine';

/** Something to be done once at a moment. Setting the same name and key again moves it. */
export interface NewTimer {
  name: string;
  /** What it is about; the lock taken before it fires, so a message key where events follow. */
  key: string;
  dueAt: Date;
  clock: TimerClock;
  facts?: object;
}

/** A timer whose moment has come. */
export interface DueTimer {
  name: string;
  key: string;
  dueAt: Date;
  clock: TimerClock;
  facts: Record<string, unknown>;
}

export type TimerHandler = (timer: DueTimer, tx: Transaction) => Promise<void>;

import { performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { isWorthCollecting } from './worth-collecting.js';

const LOOK_EVERY_MS = 3_000;

/**
 * Gives back what a load has left in the heap once the service is at rest. V8 does so by itself only while it sees a low rate of
 * allocation, which a process that does nothing never shows; told to save memory always, it collects in the middle of every load.
 * Does nothing in a process that was not started with `--expose-gc`.
 */
@Injectable()
export class MemoryAtRest implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private seen = performance.eventLoopUtilization();
  private keptBytes = 0;

  onApplicationBootstrap(): void {
    const collect = globalThis.gc;
    if (collect) this.timer = setInterval(() => void this.look(collect), LOOK_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(collect: NodeJS.GCFunction): Promise<void> {
    const now = performance.eventLoopUtilization();
    const { utilization: busyShare } = performance.eventLoopUtilization(now, this.seen);
    this.seen = now;
    if (!isWorthCollecting({ busyShare, heldBytes: heldBytes(), keptBytes: this.keptBytes })) return;
    await collect({ type: 'major', flavor: 'last-resort', execution: 'async' });
    this.keptBytes = heldBytes();
  }
}

/** What the heap has of the machine, with what lies beside it. */
function heldBytes(): number {
  const { heapTotal, external } = memoryUsage();
  return heapTotal + external;
}

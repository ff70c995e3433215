import { Injectable } from '@nestjs/common';

/** Wakes the sender of this process when something may have become due. */
@Injectable()
export class Wake {
  private raised = false;
  private wake?: () => void;

  /** Something may be due. */
  raise(): void {
    this.raised = true;
    this.wake?.();
  }

  /** Waits for the next raise, at most `ms`; one that came since the last wait counts. */
  async wait(ms: number): Promise<void> {
    if (!this.raised) await this.sleep(ms);
    this.raised = false;
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      this.wake = done;
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
    });
  }
}

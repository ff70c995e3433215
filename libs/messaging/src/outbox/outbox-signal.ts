import { Injectable } from '@nestjs/common';

/** Wakes the relay of this process at once when a transaction with events was committed. */
@Injectable()
export class OutboxSignal {
  private raised = false;
  private wake?: () => void;

  /** Something new lies in the outbox. */
  raise(): void {
    this.raised = true;
    this.wake?.();
  }

  /** Waits for the signal, at most `ms`; gives whether it came. One that came since the last wait counts. */
  async wait(ms: number): Promise<boolean> {
    if (!this.raised) await this.sleep(ms);
    const came = this.raised;
    this.raised = false;
    return came;
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

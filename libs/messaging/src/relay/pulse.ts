import type { Heartbeat } from './heartbeat.js';
import type { LeaderSession } from './leader-session.js';

const BEAT_MS = 1_000;

/**
 * The leader's beat: each second a heartbeat row, unless the last one has not come up yet, in which case the session is only kept
 * awake. A process that is stopped beats no more and loses its session.
 */
export class Pulse {
  private waiting = false;
  private fault?: unknown;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly session: LeaderSession,
    private readonly heartbeat: Heartbeat,
  ) {
    this.timer = setInterval(() => this.beat(), BEAT_MS);
    this.beat();
  }

  /** Throws what went wrong at a beat. */
  check(): void {
    if (this.fault) throw this.fault;
  }

  /** The heartbeat that was waiting has been announced. */
  announced(): void {
    this.waiting = false;
  }

  /** Ends the beat. */
  stop(): void {
    clearInterval(this.timer);
  }

  private beat(): void {
    const beat = this.waiting ? this.session.rows('select') : this.heartbeat.add(this.session);
    this.waiting = true;
    beat.catch((error: unknown) => (this.fault = error));
  }
}

import { Injectable } from '@nestjs/common';

/**
 * A check of something the service needs: gives what is worth showing, throws when it is not there. With `degraded: true` the
 * service is ready but says *degraded*.
 */
export type ReadinessCheck = () => Promise<Record<string, unknown>>;

/** What must be there before the service is ready; whoever brings a need adds its check. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();

  /** Adds a check under a name of its own; the same name again replaces it. */
  add(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  /** All checks by name. */
  all(): [string, ReadinessCheck][] {
    return [...this.checks];
  }
}

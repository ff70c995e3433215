import { Injectable } from '@nestjs/common';

/** Whether this service's copies are being rebuilt, as this process knows; at most half a second old. */
@Injectable()
export class Rebuilding {
  private underWay = false;

  /** True while the copies are under suspicion. */
  get now(): boolean {
    return this.underWay;
  }

  /** Takes what the database says. */
  set(underWay: boolean): void {
    this.underWay = underWay;
  }
}

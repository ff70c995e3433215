import { Injectable } from '@nestjs/common';

/** Machine time: tokens, identifiers, event time, retries. Business dates come from `Clock`. */
@Injectable()
export class MachineClock {
  /** The machine's instant. */
  now(): Date {
    return new Date();
  }
}

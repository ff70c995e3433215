import { SetMetadata } from '@nestjs/common';

/** Metadata key under which a method names the timers it takes. */
export const ON_TIMER = 'chengxin:on-timer';

/**
 * The method takes the timers of this name: `(timer: DueTimer, tx: Transaction) => Promise<void>`, once for each, in
 * the transaction that also removes the timer. One method for each name.
 */
export const OnTimer = (name: string): MethodDecorator => SetMetadata(ON_TIMER, name);

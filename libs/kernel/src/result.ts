/** The outcome of a decision: accepted with a value, or refused for a stated reason. Faults are thrown. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

/** Accepts with `value`. */
export const accept = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** Refuses for the stated reason. */
export const refuse = <R>(refusal: R): Result<never, R> => ({ ok: false, refusal });

/** Whether a cursor's value is a position of the log. */
export const isPosition = (value: unknown): value is string => typeof value === 'string' && /^\d{1,18}$/.test(value);

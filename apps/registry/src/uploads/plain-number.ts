/** A spreadsheet keeps 15 digits of a number; what has more is another number than the one that was written. */
const KEPT_DIGITS = 15;

/** A number as its digits; undefined where it has more than a spreadsheet or JSON keeps, as a credit code of digits alone. */
export function plainNumber(value: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 10 ** KEPT_DIGITS) return undefined;
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(KEPT_DIGITS)));
}

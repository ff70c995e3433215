import type { CreditRecord } from '@chengxin/registry';

const texts = new WeakMap<CreditRecord, string>();

/** The JSON of a record as it is stored. Made once for each: it may be made ready before it is known whether the record is new. */
export function recordText(record: CreditRecord): string {
  const known = texts.get(record);
  if (known !== undefined) return known;
  const text = JSON.stringify(record);
  texts.set(record, text);
  return text;
}

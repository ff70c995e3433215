/** The units in which sources write amounts: yuan with up to 2 decimals, or 10,000 yuan with up to 6. */
export const AMOUNT_UNITS = ['yuan', 'ten-thousand-yuan'] as const;

/** A unit of amounts. */
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** What each unit is called, in Chinese and English. */
export const UNIT_NAMES: Record<AmountUnit, { zh: string; en: string }> = {
  yuan: { zh: '元', en: 'yuan' },
  'ten-thousand-yuan': { zh: '万元', en: '10,000 yuan' },
};

const WHOLE = String.raw`(\d{1,3}(?:[,，]\d{3})+|\d{1,16})`;
const WRITTEN: Record<AmountUnit, { form: RegExp; decimals: number }> = {
  yuan: { form: new RegExp(String.raw`^${WHOLE}(?:\.(\d{1,2}))?\s*元?$`), decimals: 2 },
  'ten-thousand-yuan': { form: new RegExp(String.raw`^${WHOLE}(?:\.(\d{1,6}))?\s*(?:万元)?$`), decimals: 6 },
};
const DECIMALS = 6;

/**
 * An amount in 10,000 yuan with six decimals, moved digit by digit and so exact: 5000 in yuan is 0.500000. The unit behind it and
 * separators between thousands are taken. Undefined when the text is no amount of that unit.
 */
export function inTenThousands(text: string, unit: AmountUnit): string | undefined {
  const { form, decimals } = WRITTEN[unit];
  const [, whole, fraction = ''] = form.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = (whole.replace(/[,，]/g, '') + fraction.padEnd(decimals, '0')).padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

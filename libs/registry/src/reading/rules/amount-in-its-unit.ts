import type { CatalogueField, CatalogueItem } from '@chengxin/law';
import { fault, type RowFault } from '../fault.js';

/** 10,000 times 10,000 yuan, one hundred million: above it an amount needs the content to state it. A plausibility bound, assumed. */
const IMPLAUSIBLE_FROM = 10_000;

const YUAN: Record<string, number> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };
const STATED = /(\d[\d,，]*(?:\.\d+)?)\s*(亿元|万元|元)/g;

/**
 * An amount in a column of 10,000 yuan is in that unit. It is not when the content states the same figure in yuan, and it is
 * implausible from one hundred million yuan on unless the content states that much.
 */
export function amountInItsUnit(fields: Record<string, string>, item: CatalogueItem): RowFault[] {
  const stated = statedYuan(fields['content'] ?? '');
  return item.fields
    .filter(({ unit, name }) => unit === 'ten-thousand-yuan' && fields[name])
    .flatMap((field) => wrongUnit(field, fields[field.name] ?? '', stated));
}

function wrongUnit(field: CatalogueField, found: string, stated: number[]): RowFault[] {
  const amount = Number(found);
  if (amount === 0 || stated.some((yuan) => isSame(yuan, amount * 10_000))) return [];
  if (stated.some((yuan) => isSame(yuan, amount))) return [fault('registry.amount-in-yuan', field, { found })];
  return amount >= IMPLAUSIBLE_FROM ? [fault('registry.amount-implausible', field, { found })] : [];
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

function statedYuan(content: string): number[] {
  return [...content.normalize('NFKC').matchAll(STATED)].map(
    ([, figure = '', unit = '']) => Number(figure.replace(/,/g, '')) * (YUAN[unit] ?? NaN),
  );
}

import { type RefusalOf } from '../case.js';
import { type Matter } from './rule.js';

/** Who determined, repairs (谁认定、谁修复): only an officer of the determining unit answers. Source: 信用修复管理办法 第一章. */
export function determiningUnitDecides({ record, by }: Pick<Matter, 'record' | 'by'>): RefusalOf<'repair.other-unit'> | undefined {
  const { code: unit, name } = record.determiningUnit;
  return by.unit === unit ? undefined : { code: 'repair.other-unit', unit, name };
}

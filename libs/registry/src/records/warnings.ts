import { type CreditCode, findArea, type LocalDate, registrationOf } from '@chengxin/kernel';
import { type Law, sectorNamed } from '@chengxin/law';
import type { Text } from '../reading/fault.js';
import type { CreditRecord } from './record.js';

/** Something worth a look about a row that went in. */
export type RowWarning = { code: 'registry.publicity-differs' | 'registry.area-unknown' | 'registry.sector-unknown'; text: Text };

/** What is worth a look about a new record; none of it keeps a row out. */
export function warningsOf(law: Law, record: CreditRecord): RowWarning[] {
  return [...publicityDiffers(record), ...areaUnknown(law, record.creditCode, record.decidedOn), ...sectorUnknown(record)];
}

/** The area in a credit code is none that China had on that day: unusual, and no fault. */
export function areaUnknown(law: Law, creditCode: string, on: LocalDate): RowWarning[] {
  const { area } = registrationOf(creditCode as CreditCode);
  if (findArea(area, on, law.areas)) return [];
  const text = { zh: `代码中的行政区划 ${area} 不在区划表中`, en: `the area ${area} in the code is in no table of areas` };
  return [{ code: 'registry.area-unknown', text }];
}

/** The end of publicity that the source wrote (公示截止期) is kept and rules nothing; where ours differs, the row says so. */
function publicityDiffers({ publicity: { saidBySource, shown, shownUntil } }: CreditRecord): RowWarning[] {
  if (!saidBySource || saidBySource === shownUntil) return [];
  const [zh, en] = shown ? [shownUntil ?? '未定', shownUntil ?? 'open'] : ['不予公示', 'not shown'];
  const text = {
    zh: `来源写明的公示截止期 ${saidBySource} 与依规计算的 ${zh} 不同，以计算为准`,
    en: `the source ends publicity on ${saidBySource}, the rules say ${en}; the rules prevail`,
  };
  return [{ code: 'registry.publicity-differs', text }];
}

function sectorUnknown({ fields }: CreditRecord): RowWarning[] {
  const { sector } = fields;
  if (!sector || sectorNamed(sector)) return [];
  const text = {
    zh: `行业领域“${sector}”未收录，已按依据和机关推定`,
    en: `the sector “${sector}” is not known; it was derived from basis and unit`,
  };
  return [{ code: 'registry.sector-unknown', text }];
}

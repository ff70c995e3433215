import { localDate } from '@chengxin/kernel';
import { type Candidate } from '../src/index.js';

/** The Market Regulation department of the fictional city, which determined the record of `aRecord`. */
export const MARKET_REGULATION = { code: '11429500MB1A0001X8', name: '澄州市市场监督管理局' };

/** A general penalty of 2026-05-11, shown since, its minimum through 2026-08-11; `changes` replace what a spec is about. */
export function aRecord(changes: Partial<Candidate> = {}): Candidate {
  return {
    recordId: '0196bd3c-5a00-7000-8000-000000000001',
    creditCode: '91429500MA1A00008U',
    item: 'penalty',
    polarity: 'adverse',
    class: 'general',
    documentNumber: '澄市监罚〔2026〕1号',
    decidedOn: localDate('2026-05-11'),
    determiningUnit: MARKET_REGULATION,
    standing: 'current',
    publicity: {
      shown: true,
      minimumUntil: localDate('2026-08-11'),
      shownUntil: localDate('2027-05-11'),
      sharedUntil: localDate('2027-05-11'),
      countedUntil: localDate('2027-05-11'),
      entries: ['publicity.2026.general'],
    },
    ...changes,
  };
}

import { localDate } from '@chengxin/kernel';
import { type EvidenceRecord } from '@chengxin/law';

/** A current general penalty of 2025-09-01 without a known end; `changes` replace what a spec is about. */
export const anEvidence = (changes: Partial<EvidenceRecord> = {}): EvidenceRecord => ({
  recordId: '0196bd3c-5a00-7000-8000-000000000001',
  version: 1,
  item: 'penalty',
  class: 'general',
  decidedOn: localDate('2025-09-01'),
  state: 'current',
  fulfilment: 'unknown',
  ...changes,
});

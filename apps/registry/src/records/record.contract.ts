import {
  type RecordFact as FactData,
  RecordAnnulledV1,
  RecordCollectedV1,
  RecordCorrectedV1,
  RecordExpiredV1,
  RecordFulfilledV1,
  RecordRepairedV1,
  type RecordState,
  RecordWithdrawnV1,
} from '@chengxin/contracts';
import type { OutgoingEvent } from '@chengxin/messaging';
import type { CreditRecord } from '@chengxin/registry';
import type { FactDetails, RecordFact } from './record-fact.js';

/** What the event of a fact says besides the fact: of which record, its version, since when known, and under which law. */
export type Announcement = { recordId: string; version: number; knownAt: Date; lawDigest: string; batchId?: string };

/** The event that announces a fact about a record. */
export function recordEvent(fact: RecordFact, announcement: Announcement): OutgoingEvent {
  const { record, details } = fact;
  const about: FactData = {
    recordId: announcement.recordId,
    creditCode: record.creditCode,
    version: announcement.version,
    item: record.item,
    knownAt: announcement.knownAt.toISOString(),
  };
  return { key: record.creditCode, ...eventOf(details, about, record, announcement) };
}

function eventOf(
  details: FactDetails,
  about: FactData,
  record: CreditRecord,
  announcement: Announcement,
): Pick<OutgoingEvent, 'contract' | 'data'> {
  const { publicity } = record;
  switch (details.kind) {
    case 'collected':
      return { contract: RecordCollectedV1, data: stateOf(about, record, announcement) };
    case 'corrected': {
      const { kind: _kind, ...said } = details;
      return { contract: RecordCorrectedV1, data: { ...stateOf(about, record, announcement), ...said } };
    }
    case 'fulfilled': {
      const { kind: _kind, ...said } = details;
      return { contract: RecordFulfilledV1, data: { ...about, ...said, publicity } };
    }
    case 'withdrawn':
    case 'annulled': {
      const { kind, ...said } = details;
      return { contract: kind === 'withdrawn' ? RecordWithdrawnV1 : RecordAnnulledV1, data: { ...about, ...said } };
    }
    case 'expired': {
      const { kind: _kind, ...said } = details;
      return { contract: RecordExpiredV1, data: { ...about, ...said, entries: publicity.entries, publicity } };
    }
    case 'repaired': {
      const { kind: _kind, ...said } = details;
      return { contract: RecordRepairedV1, data: { ...about, ...said, publicity } };
    }
  }
}

function stateOf(about: FactData, record: CreditRecord, { lawDigest, batchId }: Announcement): RecordState {
  const { status: _status, repairedOn: _repairedOn, ...state } = record;
  return { ...state, ...about, lawDigest, ...(batchId && { batchId }) };
}

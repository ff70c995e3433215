import { type AccessRecordedV1, CheckAnsweredV1 } from '@chengxin/contracts';
import { type LocalDate } from '@chengxin/kernel';
import { type Law } from '@chengxin/law';
import { type EntryRow } from '../entries/entry.row.js';
import { type AccessView } from './dto/access.view.js';

type Entry = Pick<EntryRow, 'eventId' | 'type' | 'data'>;

/** An entry of the log as a look: an access that was recorded, or a check, which states purpose and case number in its question. */
export function accessView({ eventId, type, data }: Entry, law: Law): AccessView {
  return type === CheckAnsweredV1.type ? ofCheck(eventId, data as CheckAnsweredV1) : ofAccess(eventId, data as AccessRecordedV1, law);
}

/** The same look without the pseudonym of the natural person who looked. */
export const withoutPerson = ({ lookedBy: { subject: _, ...lookedBy }, ...view }: AccessView): AccessView => ({ ...view, lookedBy });

function ofAccess(
  id: string,
  { creditCode: _code, purposeEntry: _entry, purpose: code, ...access }: AccessRecordedV1,
  law: Law,
): AccessView {
  const purpose = law.purpose(code, access.lookedBy.role, access.lookedOn as LocalDate);
  return { id, ...access, purpose: { code, ...(purpose.ok && purpose.value.name) } };
}

function ofCheck(id: string, { number, purpose, caseNumber, askedBy, evidence, answeredOn, knownAt }: CheckAnsweredV1): AccessView {
  const records = evidence.map(({ recordId, version }) => ({ kind: 'record', id: recordId, version }));
  return {
    id,
    lookedOn: answeredOn,
    lookedAt: knownAt,
    service: 'verification',
    what: 'check',
    lookedBy: askedBy,
    purpose: { code: purpose },
    caseNumber,
    shown: [{ kind: 'answer', id: number }, ...records],
    unnamed: 0,
  };
}

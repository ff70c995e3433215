import { SubjectChangedV1, SubjectRegisteredV1, type SubjectState } from '@chengxin/contracts';
import type { OutgoingEvent } from '@chengxin/messaging';
import type { Subject, Unit } from '@chengxin/registry';

/** What the event of a subject says besides its state. */
export type SubjectAnnouncement = { version: number; knownAt: Date; sourceUnit: Unit; batchId?: string };

/** The event that announces a subject: its first registration, or its new whole. */
export function subjectEvent(
  subject: Subject,
  { version, knownAt, sourceUnit, batchId }: SubjectAnnouncement,
): OutgoingEvent<SubjectState> {
  const data: SubjectState = { ...subject, version, sourceUnit, knownAt: knownAt.toISOString(), ...(batchId && { batchId }) };
  return { contract: version === 1 ? SubjectRegisteredV1 : SubjectChangedV1, key: subject.creditCode, data };
}

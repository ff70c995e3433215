import { type Publicity, type RecordFact, type RecordState } from '@chengxin/contracts';

/** What becomes of a record; `current` until something ended it. */
export type RecordStanding = 'current' | 'repaired' | 'withdrawn' | 'annulled';

/** What a fact changes of a record; what is left out stays. Dates are business dates. */
export type RecordChange = Pick<RecordFact, 'recordId' | 'creditCode' | 'item' | 'version' | 'knownAt'> & {
  state?: RecordStanding;
  endedOn?: string;
  publicity?: Publicity;
  fulfilment?: RecordState['fulfilment'];
  fulfilledOn?: string;
};

type Given = RecordFact & { publicity?: Publicity };

/** The change that a fact makes, with what it says of its kind. */
export function changeOf(
  { recordId, creditCode, item, version, knownAt, publicity }: Given,
  said: Pick<RecordChange, 'state' | 'endedOn' | 'fulfilment' | 'fulfilledOn'> = {},
): RecordChange {
  return { recordId, creditCode, item, version, knownAt, ...(publicity && { publicity }), ...said };
}

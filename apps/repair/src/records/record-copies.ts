import {
  type RecordAnnulledV1,
  type RecordCollectedV1,
  type RecordCorrectedV1,
  type RecordExpiredV1,
  type RecordFact,
  type RecordFulfilledV1,
  type RecordRepairedV1,
  type RecordWithdrawnV1,
} from '@chengxin/contracts';
import { localDate } from '@chengxin/kernel';
import { type Fulfilment, type Publicity, type Standing } from '@chengxin/repair';

/** What a fact changes of a record's copy; what is left out stays. */
export type RecordChange = Pick<RecordFact, 'recordId' | 'version'> & {
  standing?: Standing;
  publicity?: Publicity;
  fulfilment?: Fulfilment;
};

/** A record's copy as a whole, without its standing. */
export type RecordCopy = {
  recordId: string;
  version: number;
  creditCode: string;
  item: string;
  polarity: string;
  openness: string;
  class?: string;
  documentNumber: string;
  decidedOn: string;
  authorityCode: string;
  authorityName: string;
  sourceUnitCode: string;
  publicity: Publicity;
  fulfilment?: Fulfilment;
};

type State = RecordCollectedV1 | RecordCorrectedV1;

/** The copy of a whole record. */
export function copyOf(state: State): RecordCopy {
  const { recordId, version, creditCode, item, polarity, openness, documentNumber, decidedOn, authority, sourceUnit } = state;
  return {
    recordId,
    version,
    creditCode,
    item,
    polarity,
    openness,
    documentNumber,
    decidedOn,
    class: state.class,
    authorityCode: authority.code,
    authorityName: authority.name,
    sourceUnitCode: sourceUnit.code,
    publicity: publicityOf(state),
    fulfilment: fulfilmentIn(state),
  };
}

/** What a fulfilment changes. */
export function fulfilmentOf({ recordId, version, fulfilledOn, what, proof, ...rest }: RecordFulfilledV1): RecordChange {
  return { recordId, version, fulfilment: { fulfilledOn: localDate(fulfilledOn), what, proof }, publicity: publicityOf(rest) };
}

/** What the passing of an end changes. */
export function expiryOf({ recordId, version, ...rest }: RecordExpiredV1): RecordChange {
  return { recordId, version, publicity: publicityOf(rest) };
}

/** What a repair changes. */
export function repairOf({ recordId, version, ...rest }: RecordRepairedV1): RecordChange {
  return { recordId, version, standing: 'repaired', publicity: publicityOf(rest) };
}

/** What a withdrawal or an annulment changes. */
export function endingOf({ recordId, version }: RecordWithdrawnV1 | RecordAnnulledV1, standing: Standing): RecordChange {
  return { recordId, version, standing };
}

function publicityOf({ publicity }: Pick<State, 'publicity'>): Publicity {
  const { shown, minimumUntil, shownUntil, sharedUntil, countedUntil, entries } = publicity;
  const day = (date: string | undefined) => (date === undefined ? undefined : localDate(date));
  return {
    shown,
    entries,
    minimumUntil: day(minimumUntil),
    shownUntil: day(shownUntil),
    sharedUntil: day(sharedUntil),
    countedUntil: day(countedUntil),
  };
}

/** A record that came in with its duties met already: its own document is the proof. */
function fulfilmentIn({ fulfilment, fulfilledOn, documentNumber }: State): Fulfilment | undefined {
  if (fulfilment !== 'met' || fulfilledOn === undefined) return undefined;
  return { fulfilledOn: localDate(fulfilledOn), what: '随记录报送的履行情况', proof: documentNumber };
}

import {
  CaseAcceptedV1,
  CaseApprovedV1,
  CaseClosedV1,
  CaseEffectsAwaitedV1,
  type CaseFact,
  CaseFiledV1,
  CaseNotAcceptedV1,
  CasePreCheckedV1,
  CaseRefusedV1,
  CaseWithdrawnV1,
  type ContractClass,
} from '@chengxin/contracts';
import { type OutgoingEvent } from '@chengxin/messaging';
import { type RepairCase, type RepairEvent } from '@chengxin/repair';

type Announced = Exclude<RepairEvent, { type: 'receipt-received' }>;

/** Everything that `repair` announces about a case. */
export const ANNOUNCED = [
  CaseFiledV1,
  CasePreCheckedV1,
  CaseAcceptedV1,
  CaseNotAcceptedV1,
  CaseApprovedV1,
  CaseRefusedV1,
  CaseWithdrawnV1,
  CaseEffectsAwaitedV1,
  CaseClosedV1,
] as const;

/** What is announced of the events of a case, in their order; a receipt was announced by its owner already. */
export function toContracts(caseId: string, kase: RepairCase, events: readonly RepairEvent[], knownAt: Date): OutgoingEvent[] {
  const { caseNumber, creditCode, recordId, item } = kase;
  const fact: CaseFact = { caseId, caseNumber, creditCode, recordId, item, knownAt: knownAt.toISOString() };
  return events.filter((event) => event.type !== 'receipt-received').map((event) => toContract(event, fact));
}

/** The event as its contract says it. A new event of a case does not compile until it is listed here. */
function toContract(event: Announced, fact: CaseFact): OutgoingEvent {
  const { on } = event;
  switch (event.type) {
    case 'case-filed': {
      const { determiningUnit, minor } = event.filing;
      return told(fact, CaseFiledV1, { filedOn: on, filedBy: event.by, determiningUnit, minor });
    }
    case 'case-pre-checked':
      return told(fact, CasePreCheckedV1, { preCheckedOn: on, note: event.note, forwardedTo: event.forwardedTo, dueOn: event.dueOn });
    case 'case-accepted':
      return told(fact, CaseAcceptedV1, { acceptedOn: on, decisionDueOn: event.decisionDueOn });
    case 'case-not-accepted':
      return told(fact, CaseNotAcceptedV1, { on, reason: event.reason });
    case 'case-approved':
      return told(fact, CaseApprovedV1, { approvedOn: on, fulfilment: event.fulfilment, unit: event.unit, ground: event.ground });
    case 'case-refused':
      return told(fact, CaseRefusedV1, { refusedOn: on, reason: event.reason, article: event.article });
    case 'case-withdrawn':
      return told(fact, CaseWithdrawnV1, { withdrawnOn: on, reason: event.reason });
    case 'case-effects-awaited':
      return told(fact, CaseEffectsAwaitedV1, { missing: [...event.missing], attempt: event.attempt, askedOn: fact.knownAt });
    case 'case-closed':
      return told(fact, CaseClosedV1, { closedOn: on, receipts: [...event.receipts] });
  }
}

function told<T extends CaseFact>(fact: CaseFact, contract: ContractClass<T>, own: Omit<T, keyof CaseFact>): OutgoingEvent {
  return { contract, key: fact.creditCode, data: { ...fact, ...own } };
}

import { addPeriod, type LocalDate } from '@chengxin/kernel';
import { type DomainRule, type EvidenceRecord, type RecordClass, type Verdict, type VerificationDomain } from '@chengxin/law';

/** A record that a rule of the domain weighed: the rule, what it suggests and on which basis. */
export type Hit = Pick<DomainRule, 'suggests' | 'basis' | 'measure'> &
  Pick<EvidenceRecord, 'recordId' | 'version' | 'item'> & { rule: DomainRule['code'] };

/** What a check finds: the hardest suggestion of the rules that matched (`pass` when none did), its hits, and the entry it used. */
export type Finding = { suggestion: Verdict; hits: readonly Hit[]; entry: VerificationDomain['id'] };

const FROM_MILD_TO_HARD: readonly Verdict[] = ['pass', 'caution', 'restrict', 'forbid'];
const FROM_LIGHT_TO_GRAVE: readonly RecordClass[] = ['minor', 'general', 'serious'];

/**
 * What the domain suggests on `on` for an enterprise with this evidence. The order of the evidence does not matter.
 * Source: the domain's own entry, which names the basis of each rule.
 */
export function check(evidence: readonly EvidenceRecord[], domain: VerificationDomain, on: LocalDate): Finding {
  const hits = domain.rules.flatMap((rule) => evidence.filter((record) => weighs(rule, record, on)).map((record) => hit(rule, record)));
  return { suggestion: hardest(hits.map(({ suggests }) => suggests)), hits, entry: domain.id };
}

/** Whether the rule weighs the record on that day: of its kind, grave enough, standing, and within the look-back. */
export function weighs(rule: DomainRule, record: EvidenceRecord, on: LocalDate): boolean {
  return rule.items.includes(record.item) && graveEnough(rule, record) && stands(rule, record, on) && withinLookBack(rule, record, on);
}

/** The hardest of several suggestions; `pass` of none. */
export function hardest(suggestions: readonly Verdict[]): Verdict {
  return FROM_MILD_TO_HARD.findLast((suggestion) => suggestions.includes(suggestion)) ?? 'pass';
}

const graveEnough = ({ fromClass }: DomainRule, record: EvidenceRecord): boolean =>
  fromClass === undefined ||
  (record.class !== undefined && FROM_LIGHT_TO_GRAVE.indexOf(record.class) >= FROM_LIGHT_TO_GRAVE.indexOf(fromClass));

/**
 * Repair, annulment and withdrawal end the weight of a record everywhere; its maximum does so unless a law looks back further, and
 * where only an open duty weighs, so does its fulfilment.
 */
const stands = ({ statutory, unmet }: DomainRule, { state, countedUntil, fulfilment }: EvidenceRecord, on: LocalDate): boolean =>
  state === 'current' && !(unmet && fulfilment === 'met') && (statutory === true || countedUntil === undefined || on <= countedUntil);

const withinLookBack = ({ lookBack }: DomainRule, record: EvidenceRecord, on: LocalDate): boolean =>
  lookBack === undefined || on <= addPeriod(record[lookBack.from], lookBack.period);

const hit = ({ code, suggests, basis, measure }: DomainRule, { recordId, version, item }: EvidenceRecord): Hit => ({
  recordId,
  version,
  item,
  rule: code,
  suggests,
  basis,
  measure,
});

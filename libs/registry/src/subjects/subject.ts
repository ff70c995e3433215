import {
  accept,
  canonicalJson,
  type CreditCode,
  type LocalDate,
  refuse,
  registrationOf,
  type Result,
  type SubjectKind,
} from '@chengxin/kernel';
import { REGISTER_STATES, type RegisterState } from '@chengxin/law';

/** A credit subject as a register states it on the day `asOf`; texts as the register has them, absent where it is silent. */
export type Subject = {
  creditCode: string;
  name: string;
  formerNames: string[];
  kind: SubjectKind;
  state: RegisterState;
  asOf: LocalDate;
} & { [name in (typeof DESCRIBED)[number]]?: string };

/** What a row of the register does: a first registration, a change, the same once more, or something older than what is known. */
export type Registration = { outcome: 'registered' | 'changed' | 'unchanged'; subject: Subject } | { outcome: 'outdated' };

/** Why a row of the register is refused: of the same day, with other content, and no correction. */
export type RegistrationRefusal = { code: 'registry.subject-differs' };

const DESCRIBED = [
  'legalRepresentative',
  'establishedOn',
  'registeredCapital',
  'scope',
  'address',
  'industry',
  'size',
  'district',
] as const;

/** The subject of a sound row of the register; its kind follows from its code (GB 32100), a missing state means active. */
export function subjectOf(fields: Readonly<Record<string, string>>, asOf: LocalDate): Subject {
  const creditCode = fields['creditCode'] as CreditCode;
  const described = DESCRIBED.flatMap((name) => (fields[name] ? [[name, fields[name]] as const] : []));
  return {
    creditCode,
    name: fields['name'] ?? '',
    formerNames: [],
    kind: registrationOf(creditCode).kind,
    state: REGISTER_STATES[fields['state'] ?? ''] ?? 'active',
    asOf,
    ...Object.fromEntries(described),
  };
}

/**
 * Decides what the register's word on a subject changes. An older `asOf` never overwrites a newer one; the same content on a later
 * day only moves that day on; other content of the same day is refused unless it comes as a `correction`. A changed name stays
 * known as a former one.
 */
export function decideRegistration(
  standing: Subject | undefined,
  stated: Subject,
  correction: boolean,
): Result<Registration, RegistrationRefusal> {
  if (!standing) return accept({ outcome: 'registered', subject: stated });
  if (stated.asOf < standing.asOf) return accept({ outcome: 'outdated' });
  if (contentOf(standing) === contentOf(stated)) return accept({ outcome: 'unchanged', subject: { ...standing, asOf: stated.asOf } });
  if (stated.asOf === standing.asOf && !correction) return refuse({ code: 'registry.subject-differs' });
  return accept({ outcome: 'changed', subject: { ...stated, formerNames: formerNames(standing, stated.name) } });
}

function contentOf({ formerNames: _names, asOf: _asOf, ...content }: Subject): string {
  return canonicalJson(content);
}

function formerNames(standing: Subject, name: string): string[] {
  return [...new Set([...standing.formerNames, standing.name])].filter((former) => former !== name);
}

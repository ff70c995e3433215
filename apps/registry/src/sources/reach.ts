import type { Actor } from '@chengxin/platform';

/** Who may read what the registry knows about sources: a unit about itself, the centre and its overseers about all. */
export const SOURCE_READERS = [
  'department-client',
  'determining-officer',
  'administrator',
  'centre-reviewer',
  'centre-supervisor',
  'regulator',
  'auditor',
] as const;

const OF_ALL: readonly string[] = SOURCE_READERS.slice(2);

/** The unit to whose own affairs an actor is bound; undefined for those who see every unit's. */
export const boundTo = ({ role, unit }: Actor): string | undefined => (OF_ALL.includes(role) ? undefined : (unit ?? ''));

/** Whether an actor may read what concerns a unit as a source. */
export const mayRead = (unit: string, actor: Actor): boolean => (boundTo(actor) ?? unit) === unit;

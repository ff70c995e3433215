import { loadLaw } from '@chengxin/law';
import { LAST_DAY, PERSONAS, stating } from '@chengxin/testing';

const law = loadLaw();

/**
 * The headers in which a user of the demonstration states a purpose, as far as its role has one; none for the public and for an
 * enterprise, whom the platform gives what is public and their own.
 */
export function statedBy(user: string | undefined): Record<string, string> {
  const role = PERSONAS.find((persona) => persona.user === user)?.role ?? 'public';
  const [purpose] = law.purposes(role, LAST_DAY);
  return purpose ? stating(purpose.code) : {};
}

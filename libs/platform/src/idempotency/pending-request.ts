import type { EntityManager } from 'typeorm';
import { correlation } from '../correlation/correlation.js';

/** A creating request under way: where its row in `idempotency_keys` is, and the claim under which it holds it. */
export interface PendingRequest {
  scope: string;
  key: string;
  claim: string;
}

/**
 * Notes in the transaction of the effect that the request under way has had its effect, so that after a crash it is
 * never carried out twice. Throws when another process has taken the request over meanwhile, which rolls back.
 */
export async function markEffect(tx: EntityManager): Promise<void> {
  const pending = correlation.getStore()?.pending;
  if (!pending) return;
  const [, changed] = await tx.query<[unknown, number]>(
    `update idempotency_keys set committed = true where scope = $1 and key = $2 and claim = $3`,
    [pending.scope, pending.key, pending.claim],
  );
  if (changed !== 1) throw new Error('the request was taken over by another process');
}

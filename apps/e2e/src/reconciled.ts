import { type System } from './system.js';

/** As much of what `reconcile` says as is looked at: for each producer and handler of a consumer what differs. */
export type Reconciliation = { clean: boolean; pairs: Pair[] };

type Pair = {
  topic: string;
  consumer: string;
  kind: string;
  produced: number;
  applied: number;
  missing: number;
  twice: number;
  outOfOrder: number;
  unknown: number;
  parked: number;
};

const FAULTS = ['missing', 'twice', 'outOfOrder', 'unknown', 'parked'] as const;

/** What `reconcile` finds that is not as it should be, once all is at rest or `seconds` have passed: nothing, when all is well. */
export async function differences(system: System, seconds = 60): Promise<string[]> {
  const { pairs } = await system.cli<Reconciliation>('reconcile', '--wait', String(seconds));
  if (pairs.length === 0) throw new Error('nothing was reconciled');
  return pairs.flatMap((pair) =>
    FAULTS.filter((fault) => pair[fault] > 0).map((fault) => `${pair[fault]} ${fault} at ${pair.consumer} (${pair.kind}) of ${pair.topic}`),
  );
}

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Comparison, type Entry } from './comparison.js';
import { KeyNumbers } from './key-numbers.js';

const TYPE = 'credit.registry.record-collected.v1';
const OTHER = 'credit.registry.record-expired.v1';

const entry = (key: string, sequence: number): Entry => ({ eventId: `${key}${sequence}`, key, sequence });
const [A1, A2, A3, B1] = [entry('a', 1), entry('a', 2), entry('a', 3), entry('b', 1)];

function compared(produced: readonly Entry[], applied: readonly Entry[], parked: readonly string[] = []) {
  const comparison = new Comparison(new Set([TYPE]), new KeyNumbers());
  for (const each of produced) comparison.produced(each, TYPE);
  for (const each of applied) comparison.applied(each);
  return comparison.outcome(new Set(parked));
}

const CLEAN = { missing: 0, twice: 0, outOfOrder: 0, unknown: 0, examples: {} };

describe('what was produced and what was applied', () => {
  test('agree when every event was applied once, in the order of its key', () => {
    expect(compared([A1, B1, A2], [B1, A1, A2])).toEqual({ produced: 3, applied: 3, ...CLEAN });
  });

  test.each([
    ['never', [A1, A2, A3], [A1, A3], { missing: 1, examples: { missing: [A2] } }],
    ['late', [A1, A2, A3], [A1, A3, A2], { outOfOrder: 1, examples: { outOfOrder: [A2] } }],
    ['twice in a row', [A1, A2], [A1, A1, A2], { twice: 1, examples: { twice: [A1] } }],
    ['three times', [A1], [A1, A1, A1], { twice: 2, examples: { twice: [A1] } }],
    ['again behind a later one', [A1, A2], [A1, A2, A1], { twice: 1, outOfOrder: 1, examples: { twice: [A1], outOfOrder: [A1] } }],
    ['without being produced', [A1], [A1, A2], { unknown: 1, examples: { unknown: [A2] } }],
  ])('differ when one was applied %s', (_, produced, applied, faults) => {
    expect(compared(produced, applied)).toEqual({ produced: produced.length, applied: applied.length, ...CLEAN, ...faults });
  });

  test('of a parked event nothing is missing', () => {
    expect(compared([A1, A2], [A1], [A2.eventId])).toEqual({ produced: 2, applied: 1, ...CLEAN });
  });

  test('are compared in the types that the handler takes', () => {
    const comparison = new Comparison(new Set([OTHER]), new KeyNumbers());
    comparison.produced(A1, TYPE);
    comparison.produced(A2, OTHER);
    comparison.produced(A3, TYPE);
    comparison.applied(A2);
    expect(comparison.outcome(new Set())).toEqual({ produced: 1, applied: 1, ...CLEAN });
  });

  test('come to the same whichever of the two journals is read ahead', () => {
    const ahead = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });
    const log = fc.array(fc.constantFrom(A1, A2, A3, B1), { maxLength: 8 });
    fc.assert(
      fc.property(log, ahead, (applied, turns) => {
        const produced = [A1, B1, A2, A3];
        const comparison = new Comparison(new Set([TYPE]), new KeyNumbers());
        const rest = { produced: [...produced], applied: [...applied] };
        for (const turn of [...turns, ...turns.map(() => true), ...turns.map(() => false)]) {
          const next = turn ? rest.produced.shift() : rest.applied.shift();
          if (next && turn) comparison.produced(next, TYPE);
          else if (next) comparison.applied(next);
        }
        const { examples: _, ...counts } = comparison.outcome(new Set());
        const { examples: __, ...expected } = compared(produced, applied);
        expect(counts).toEqual(expected);
      }),
    );
  });
});

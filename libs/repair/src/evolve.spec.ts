import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aCase, aHistory, aMatter, aReceipt } from '../testing/index.js';
import { localDate } from '@chengxin/kernel';
import { type RepairCase, type RepairEvent } from './case.js';
import { acceptCase, approve, awaitEffects, declineCase, type Decision, preCheck, receive, refuseCase, withdraw } from './decide.js';
import { evolve, replay } from './evolve.js';
import { RECEIPT_NAMES } from './receipts.js';
import { FINAL, type Status, TRANSITIONS } from './transitions.js';
import { loadLaw } from '@chengxin/law';

const ON = localDate('2026-08-12');
const LAW = loadLaw();
const MATTER = aMatter({ fulfilment: { fulfilledOn: ON, what: '履行', proof: '证明' } });
const events = (decision: Decision): RepairEvent[] => (decision.ok ? decision.value : []);

const COMMANDS: Record<string, (kase: RepairCase) => RepairEvent[]> = {
  'pre-check': (kase) => events(preCheck(kase, '转办', LAW, ON)),
  accept: (kase) => events(acceptCase(kase, MATTER, LAW, ON)),
  'not-accept': (kase) => events(declineCase(kase, MATTER, '材料不全', ON)),
  approve: (kase) => events(approve(kase, MATTER, ON)),
  refuse: (kase) => events(refuseCase(kase, MATTER, { reason: '未履行', article: '第三章' }, ON)),
  withdraw: (kase) => events(withdraw(kase, MATTER, '撤回', ON)),
  await: (kase) => awaitEffects(kase, ON),
  ...Object.fromEntries(RECEIPT_NAMES.map((name) => [name, (kase: RepairCase) => receive(kase, aReceipt(name), ON)])),
};

describe('a case', () => {
  test('is the same replayed as it was live, whatever is tried on it', () => {
    const commands = fc.array(fc.constantFrom(...Object.keys(COMMANDS)), { maxLength: 40 });
    fc.assert(
      fc.property(commands, (names) => {
        const history = aHistory('filed');
        let live = replay(history);
        for (const name of names) {
          const happened = COMMANDS[name]!(live);
          history.push(...happened);
          live = happened.reduce<RepairCase>(evolve, live);
        }
        expect(replay(history)).toEqual(live);
        expect(live.status === 'closed').toBe(new Set(live.receipts.map(({ name }) => name)).size === RECEIPT_NAMES.length);
        expect(live.endedOn !== undefined).toBe(FINAL.includes(live.status));
      }),
      { numRuns: 500 },
    );
  });

  test.each(Object.keys(TRANSITIONS) as Status[])('can be told by a history: %s', (status) => {
    expect(aCase(status).status).toBe(status);
  });

  test('is filed once, and first', () => {
    expect(() => replay([...aHistory('filed'), ...aHistory('filed')])).toThrow(RangeError);
    expect(() => replay(aHistory('accepted').slice(1))).toThrow(RangeError);
    expect(() => replay([])).toThrow(RangeError);
  });

  test('refuses a history in a wrong order', () => {
    const [filed, , accepted] = aHistory('accepted');
    expect(() => replay([filed!, accepted!])).toThrow('case-accepted cannot follow on filed');
  });
});

import { describe, expect, test } from '@jest/globals';
import { allows, checkTransitions, target, transitionDiagram, type Transitions } from './index.js';

type Status = 'filed' | 'in-review' | 'approved' | 'refused';
type Action = 'take-up' | 'approve' | 'refuse';

const TABLE: Transitions<Status, Action> = {
  filed: { 'take-up': 'in-review' },
  'in-review': { approve: 'approved', refuse: 'refused' },
  approved: {},
  refused: {},
};

describe('transition table', () => {
  test('says what is allowed and where it leads', () => {
    expect(allows(TABLE, 'filed', 'take-up')).toBe(true);
    expect(allows(TABLE, 'filed', 'approve')).toBe(false);
    expect(target(TABLE, 'in-review', 'refuse')).toBe('refused');
    expect(target(TABLE, 'approved', 'approve')).toBeUndefined();
  });

  test('does not take what every object has for an action', () => {
    expect(allows(TABLE, 'filed', 'constructor' as Action)).toBe(false);
  });

  test('a sound table has nothing unreachable and nothing dead', () => {
    expect(checkTransitions(TABLE, 'filed', ['approved', 'refused'])).toEqual({ unreachable: [], dead: [] });
  });

  test('names what cannot be reached', () => {
    expect(checkTransitions({ ...TABLE, 'in-review': { refuse: 'refused' } }, 'filed', ['approved', 'refused'])).toEqual({
      unreachable: ['approved'],
      dead: [],
    });
  });

  test('names what cannot be left, be it an end nobody named or a circle', () => {
    expect(checkTransitions(TABLE, 'filed', ['approved']).dead).toEqual(['refused']);
    const circle: Transitions<'a' | 'b' | 'c', 'go' | 'end'> = { a: { go: 'b', end: 'c' }, b: { go: 'b' }, c: {} };
    expect(checkTransitions(circle, 'a', ['c']).dead).toEqual(['b']);
  });

  test('draws itself', () => {
    expect(transitionDiagram(TABLE)).toBe(
      [
        'stateDiagram-v2',
        '  state "in-review" as in_review',
        '  [*] --> filed',
        '  filed --> in_review : take-up',
        '  in_review --> approved : approve',
        '  in_review --> refused : refuse',
        '  approved --> [*]',
        '  refused --> [*]',
      ].join('\n'),
    );
  });
});

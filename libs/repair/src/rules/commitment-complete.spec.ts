import { localDate } from '@chengxin/kernel';
import { describe, expect, test } from '@jest/globals';
import { COMMITMENT } from '../../testing/index.js';
import { commitmentComplete } from './commitment-complete.js';

const ON = localDate('2026-08-12');

describe('commitment complete', () => {
  test('holds with every part', () => {
    expect(commitmentComplete({ commitment: COMMITMENT }, ON)).toBeUndefined();
  });

  test('names every part of a commitment that was not given', () => {
    expect(commitmentComplete({}, ON)?.missing).toEqual(['matter', 'content', 'liability', 'madeOn', 'openness']);
  });

  test.each([
    ['a blank matter', { matter: ' ' }, 'matter'],
    ['no content', { content: undefined }, 'content'],
    ['no liability', { liability: '' }, 'liability'],
    ['a day still to come', { madeOn: localDate('2026-08-13') }, 'madeOn'],
    ['one not open to the public', { openness: 'limited' as const }, 'openness'],
  ])('misses the part with %s', (_, changes, part) => {
    expect(commitmentComplete({ commitment: { ...COMMITMENT, ...changes } }, ON)?.missing).toEqual([part]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { eventually } from './eventually.js';

describe('eventually', () => {
  test('gives what the check gives once it is something', async () => {
    let asked = 0;
    const found = await eventually(() => (++asked < 3 ? undefined : { asked }), 'the third answer');
    expect(found).toEqual({ asked: 3 });
  });

  test('waits through faults', async () => {
    let asked = 0;
    const check = () => {
      if (++asked < 3) throw new Error('not yet');
      return true;
    };
    await expect(eventually(check, 'the faults to pass')).resolves.toBe(true);
  });

  test('fails with the sentence and the last fault', async () => {
    const never = () => {
      throw new Error('the rating is A');
    };
    await expect(eventually(never, 'the rating of X to become B', 120)).rejects.toThrow(
      'waited 0.12 s for the rating of X to become B: the rating is A',
    );
  });

  test('does not blame a fault that has passed', async () => {
    let asked = 0;
    const check = () => {
      if (++asked === 1) throw new Error('long ago');
      return false;
    };
    await expect(eventually(check, 'more', 200)).rejects.toThrow(/^waited 0.2 s for more$/);
  });
});

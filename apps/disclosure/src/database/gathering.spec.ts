import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Gathering } from './gathering.js';

/** A read that is answered when the test says so. */
function heldRead() {
  const reads: string[][] = [];
  const ends: (() => void)[] = [];
  const gathering = new Gathering<string, string>(async (keys) => {
    reads.push(keys);
    await new Promise<void>((end) => ends.push(end));
    return new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, `value of ${key}`]));
  });
  return { gathering, reads, end: () => ends.shift()?.() };
}

test('what is asked for in one turn is read together, each key once, and everybody gets the own value', async () => {
  const { gathering, reads, end } = heldRead();
  const answers = Promise.all(['a', 'b', 'a', 'unknown'].map((key) => gathering.get(key)));
  await turn();
  end();
  expect(await answers).toEqual(['value of a', 'value of b', 'value of a', undefined]);
  expect(reads).toEqual([['a', 'b', 'unknown']]);
});

test('what comes while two reads are under way waits for one of them and is read together', async () => {
  const { gathering, reads, end } = heldRead();
  const answers = [];
  for (const key of ['a', 'b', 'c', 'd']) {
    answers.push(gathering.get(key));
    await turn();
  }
  expect(reads).toEqual([['a'], ['b']]);
  end();
  expect(await answers[0]).toBe('value of a');
  await turn();
  expect(reads).toEqual([['a'], ['b'], ['c', 'd']]);
  end();
  end();
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd'].map((key) => `value of ${key}`));
});

test('a read takes a hundred keys at most', async () => {
  const { gathering, reads, end } = heldRead();
  const answers = Promise.all(Array.from({ length: 150 }, (_, n) => gathering.get(`k${n}`)));
  await turn();
  end();
  end();
  expect(await answers).toHaveLength(150);
  expect(reads.map(({ length }) => length)).toEqual([100, 50]);
});

test('a fault is that of the keys that were read together, and of no others', async () => {
  const gathering = new Gathering<string, string>((keys) =>
    keys.includes('bad') ? Promise.reject(new Error('broken')) : Promise.resolve(new Map(keys.map((key) => [key, key]))),
  );
  const first = Promise.allSettled(['bad', 'beside'].map((key) => gathering.get(key)));
  await turn();
  expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await gathering.get('later')).toBe('later');
});

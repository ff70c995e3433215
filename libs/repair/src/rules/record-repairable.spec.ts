import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { loadLaw } from '@chengxin/law';
import { type Candidate } from '../eligibility.js';
import { aRecord } from '../../testing/index.js';
import { recordRepairable } from './record-repairable.js';

describe('record repairable', () => {
  test.each<[string, Partial<Candidate>, string | undefined]>([
    ['a penalty', {}, undefined],
    ['a listing for serious dishonesty', { item: 'serious-dishonesty' }, undefined],
    ['a listing for abnormal operation', { item: 'abnormal-operation' }, undefined],
    ['an honour', { item: 'honour', polarity: 'favourable' }, 'not-adverse'],
    ['an adverse licence record', { item: 'licence' }, 'kind-not-named'],
    ['a repaired one', { standing: 'repaired' }, 'repaired'],
    ['an annulled one', { standing: 'annulled' }, 'annulled'],
    ['a withdrawn one', { standing: 'withdrawn' }, 'withdrawn'],
  ])('%s', (_, changes, reason) => {
    expect(recordRepairable({ record: aRecord(changes) })?.reason).toBe(reason);
  });
});

test('every item of the catalogue that speaks against an enterprise can be repaired', () => {
  const adverse = loadLaw()
    .catalogue(localDate('2026-05-11'))
    .filter(({ polarity }) => polarity === 'adverse');
  expect(adverse.filter(({ code }) => recordRepairable({ record: aRecord({ item: code }) }))).toEqual([]);
});

import { localDate } from '@chengxin/kernel';
import { describe, expect, test } from '@jest/globals';
import { aRecord, FULFILMENT } from '../../testing/index.js';
import { fulfilmentOf, obligationsMet } from './obligations-met.js';

const ON = localDate('2026-08-12');
const TOMORROW = { ...FULFILMENT, fulfilledOn: localDate('2026-08-13') };

describe('obligations met', () => {
  test.each([
    ['unknown is never met', undefined, undefined, 'unknown'],
    ['a fact of the record', FULFILMENT, undefined, undefined],
    ['stated with the approval', undefined, FULFILMENT, undefined],
    ['stated for a day still to come', undefined, TOMORROW, 'dated-ahead'],
  ])('%s', (_, known, stated, reason) => {
    expect(obligationsMet({ record: aRecord({ fulfilment: known }), fulfilment: stated }, ON)?.reason).toBe(reason);
  });

  test('takes what the officer states before what the record says', () => {
    const stated = { ...FULFILMENT, proof: '履行证明 2' };
    expect(fulfilmentOf({ record: aRecord({ fulfilment: FULFILMENT }), fulfilment: stated })).toEqual(stated);
  });
});

import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import fc from 'fast-check';
import { aCode, aRegistration } from '../../testing/index.js';
import { decideRegistration, type Subject, subjectOf } from './subject.js';

const stated = (values: Record<string, string>, asOf: string): Subject => subjectOf(aRegistration(values), localDate(asOf));

describe('a row of the register', () => {
  test('states a subject; without a state it is active', () => {
    const { kind: _kind, ...row } = aRegistration({ state: '' });
    expect(subjectOf(row, localDate('2026-05-01'))).toMatchObject({
      kind: 'enterprise',
      state: 'active',
      asOf: '2026-05-01',
      formerNames: [],
    });
    expect(stated({ state: '吊销，未注销' }, '2026-05-01').state).toBe('revoked');
    expect(stated({ creditCode: aCode(5, '92') }, '2026-05-01').kind).toBe('individual-business');
  });

  const standing = stated({}, '2026-05-01');

  type Row = { values: Record<string, string>; asOf: string; correction?: boolean };

  test.each<[string, Subject | undefined, Row, object]>([
    ['of a new subject', undefined, { values: {}, asOf: '2026-05-01' }, { ok: true, value: { outcome: 'registered' } }],
    ['of the same again', standing, { values: {}, asOf: '2026-05-01' }, { ok: true, value: { outcome: 'unchanged' } }],
    [
      'of the same on a later day',
      standing,
      { values: {}, asOf: '2026-05-02' },
      { ok: true, value: { outcome: 'unchanged', subject: { asOf: '2026-05-02' } } },
    ],
    [
      'of another address on a later day',
      standing,
      { values: { address: '新' }, asOf: '2026-05-02' },
      { ok: true, value: { outcome: 'changed', subject: { address: '新' } } },
    ],
    [
      'of an older day',
      standing,
      { values: { address: '旧' }, asOf: '2026-04-30', correction: true },
      { ok: true, value: { outcome: 'outdated' } },
    ],
    [
      'of the same day that says otherwise',
      standing,
      { values: { address: '新' }, asOf: '2026-05-01' },
      { ok: false, refusal: { code: 'registry.subject-differs' } },
    ],
    [
      'of the same day as a correction',
      standing,
      { values: { address: '新' }, asOf: '2026-05-01', correction: true },
      { ok: true, value: { outcome: 'changed' } },
    ],
  ])('%s', (_, before, { values, asOf, correction = false }, outcome) => {
    expect(decideRegistration(before, stated(values, asOf), correction)).toMatchObject(outcome);
  });

  test('keeps former names', () => {
    const second = decideRegistration(standing, stated({ name: '乙' }, '2026-05-02'), false);
    if (!second.ok || second.value.outcome !== 'changed') throw new Error('not changed');
    expect(second.value.subject.formerNames).toEqual([standing.name]);
    const third = decideRegistration(second.value.subject, stated({}, '2026-05-03'), false);
    expect(third).toMatchObject({ value: { subject: { formerNames: ['乙'] } } });
  });

  test('never lets an older day overwrite a newer one, in whatever order they come', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, (order) => {
        let now: Subject | undefined;
        for (const day of order) {
          const asOf = `2026-05-${String(day).padStart(2, '0')}`;
          const outcome = decideRegistration(now, stated({ address: `${day}号` }, asOf), false);
          if (outcome.ok && 'subject' in outcome.value) now = outcome.value.subject;
        }
        return now?.['address'] === `${Math.max(...order)}号`;
      }),
    );
  });
});

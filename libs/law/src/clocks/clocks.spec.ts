import { describe, expect, test } from '@jest/globals';
import { localDate } from '@chengxin/kernel';
import { loadLaw } from '../index.js';

const law = loadLaw();

describe('deadlines in working days', () => {
  test.each([
    ['repair-pre-check', '2026-05-11', 1, 'city', 'assumed'],
    ['repair-acceptance', '2026-05-11', 3, 'law', 'confirmed'],
    ['repair-decision', '2026-05-11', 7, 'law', 'confirmed'],
    ['repair-extension', '2026-05-11', 10, 'law', 'confirmed'],
    ['repair-feedback', '2026-05-11', 10, 'law', 'confirmed'],
    ['repair-acceptance', '2026-03-31', 3, 'law', 'recalled'],
    ['report-publicity', '2026-05-11', 7, 'law', 'confirmed'],
    ['annulment-withdrawal', '2026-05-11', 3, 'law', 'confirmed'],
  ] as const)('%s on %s: %i', (name, on, workingDays, by, mark) => {
    expect(law.clock(name, localDate(on))).toMatchObject({ clock: name, workingDays, by, mark });
  });

  test('there was no extension before the order of 2026', () => {
    expect(() => law.clock('repair-extension', localDate('2026-03-31'))).toThrow('repair-extension on 2026-03-31');
  });
});

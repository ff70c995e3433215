import { expect, test } from '@jest/globals';
import { aMatter, aRecord, MARKET_REGULATION } from '../../testing/index.js';
import { determiningUnitDecides } from './determining-unit-decides.js';

const officer = (unit?: string) => ({ subject: 'officer', unit, enterprises: [] });

test('an officer of the determining unit answers', () => {
  expect(determiningUnitDecides(aMatter({ by: officer(MARKET_REGULATION.code) }))).toBeUndefined();
});

test.each([
  ['of another unit', '11429500MB1A000288'],
  ['of no unit', undefined],
])('an officer %s does not', (_, unit) => {
  expect(determiningUnitDecides({ record: aRecord(), by: officer(unit) })).toEqual({
    code: 'repair.other-unit',
    unit: MARKET_REGULATION.code,
    name: MARKET_REGULATION.name,
  });
});

import { describe, expect, test } from '@jest/globals';
import { RatingAssignedV1, RecordCollectedV1, sampleOf } from '@chengxin/contracts';
import { eventText, typeOf } from './event-text.js';

describe('an event of the feed', () => {
  test('is a line with its place, what it says, of whom, and the first facts', () => {
    const { time, type, subject, data } = sampleOf(RatingAssignedV1);
    const event = { position: 7, time, type, subject, data: { ...data } };
    expect(eventText(event)).toBe(`#7  ${time}  rating.rating-assigned  ${subject}  grade ${data.grade}  score ${data.score}`);
  });

  test('of a withheld record says so', () => {
    const { time, type, subject } = sampleOf(RecordCollectedV1);
    expect(eventText({ position: 8, time, type, subject, withheld: true, data: { item: 'penalty' } })).toMatch(/  withheld  item penalty$/);
  });

  test.each(['record-collected', 'registry.record-collected', 'credit.registry.record-collected.v1'])('may be asked for as %s', (name) => {
    expect(typeOf(name)).toBe(RecordCollectedV1.type);
  });

  test('of no known type is not asked for', () => expect(() => typeOf('record-guessed')).toThrow('there is no event type record-guessed'));
});

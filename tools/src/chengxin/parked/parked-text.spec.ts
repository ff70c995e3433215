import { describe, expect, test } from '@jest/globals';
import { parkedListText, type ParkedMessage, parkedText } from './parked-text.js';

const MESSAGE: ParkedMessage = {
  id: '019e0000-0000-7000-8000-000000000001',
  topic: 'credit.registry.records',
  partition: 3,
  offset: '17',
  key: null,
  eventId: null,
  type: null,
  reason: 'it is not a CloudEvent in JSON',
  attempts: 0,
  parkedAt: '2026-11-25T08:00:00.000Z',
  value: '{"a":1}',
  bytes: 'eyJhIjoxfQ==',
};

describe('what is parked', () => {
  test('is a table with the reasons', () => {
    const [titles, row] = parkedListText([{ service: 'rating', ...MESSAGE }]).split('\n');
    expect(titles).toMatch(/^service +topic +key +type +parked at +tried +id +reason$/);
    expect(row).toMatch(/^rating +credit\.registry\.records +\(none\) +\(unreadable\) .* it is not a CloudEvent in JSON$/);
  });

  test('may be nothing', () => expect(parkedListText([])).toBe('nothing is parked'));

  test('is shown with its content, indented where it is JSON', () => {
    expect(parkedText(MESSAGE)).toMatch(/reason +it is not a CloudEvent in JSON\n[^]*\n\n\{\n {2}"a": 1\n\}$/);
    expect(parkedText({ ...MESSAGE, value: 'x', bytes: 'eA==' })).toMatch(/\n\nx\n\(base64: eA==\)$/);
    expect(parkedText({ ...MESSAGE, value: null, bytes: null })).toMatch(/\n\n\(empty\)$/);
  });
});

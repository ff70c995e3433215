import { describe, expect, test } from '@jest/globals';
import { table, widthOf } from './table.js';

describe('a table', () => {
  test('has columns as wide as their widest cell, numbers at the right', () => {
    const rows = [
      ['registry', 1_234_567],
      ['audit', 3],
    ];
    expect(table([{ title: 'service' }, { title: 'events', numeric: true }], rows).split('\n')).toEqual([
      'service      events',
      'registry  1,234,567',
      'audit             3',
    ]);
  });

  test('counts a Chinese character as two places', () => {
    expect(widthOf('信用ok，')).toBe(8);
    expect(
      table(
        [{ title: 'name' }, { title: 'code' }],
        [
          ['信用', 'a'],
          ['name', 'b'],
        ],
      ).split('\n'),
    ).toEqual(['name  code', '信用  a', 'name  b']);
  });

  test('without rows is its titles', () => expect(table([{ title: 'id' }, { title: 'reason' }], [])).toBe('id  reason'));
});

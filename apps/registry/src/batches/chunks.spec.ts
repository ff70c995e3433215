import { describe, expect, test } from '@jest/globals';
import { BrokenTable, type TableRow } from '../uploads/table-row.js';
import { type Chunk, chunksOf, oneAhead } from './chunks.js';
import type { FileRow } from './file-row.js';

/** A table of a header and so many rows, which breaks behind the last of them or ends. */
async function* table(rows: number, breaks = false): AsyncGenerator<TableRow> {
  for (let n = 0; n <= rows; n += 1) yield await Promise.resolve({ cells: [n === 0 ? 'header' : String(n)], faults: [] });
  if (breaks) throw new BrokenTable(rows + 1);
}

const isHeader = ({ cells }: TableRow): boolean => cells[0] === '7';
const read = (row: FileRow) => (isHeader(row) ? undefined : { ...row, fields: {}, naturalPerson: false, faults: [] });

async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of source) values.push(value);
  return values;
}

const shapeOf = (chunk: Chunk | BrokenTable) =>
  chunk instanceof BrokenTable ? `broken behind ${chunk.afterRows}` : [chunk.rowsRead, chunk.rows[0]?.row, chunk.rows.at(-1)?.row];

describe('the chunks of a table', () => {
  test.each([
    ['of a whole table', 0, 1_700, [[750, 2, 751], [750, 752, 1_501], [200, 1_502, 1_701]]], // prettier-ignore
    ['that ends with a chunk', 0, 750, [[750, 2, 751]]],
    ['behind a committed chunk', 750, 1_700, [[750, 752, 1_501], [200, 1_502, 1_701]]], // prettier-ignore
    ['when all is committed', 1_700, 1_700, []],
    ['behind any row', 777, 778, [[1, 779, 779]]],
    ['of no rows', 0, 0, []],
  ])('%s', async (_, behind, rows, expected) => {
    expect((await collected(chunksOf(table(rows), { behind, read }))).map(shapeOf)).toEqual(expected);
  });

  test('count a repeated header as read and leave it out', async () => {
    const [chunk] = await collected(chunksOf(table(10), { behind: 0, read }));
    expect(chunk).toMatchObject({ rowsRead: 10, rows: { length: 9 } });
  });

  test('give what was whole before the break, then the break', async () => {
    expect((await collected(chunksOf(table(751, true), { behind: 0, read }))).map(shapeOf)).toEqual([
      [750, 2, 751],
      [1, 752, 752],
      'broken behind 752',
    ]);
  });
});

describe('reading ahead', () => {
  test('makes the next value while one is in use, and no other', async () => {
    const made: number[] = [];
    const source = (async function* () {
      for (let n = 1; n <= 4; n += 1) {
        made.push(n);
        yield await Promise.resolve(n);
      }
    })();
    const seen: [number, number][] = [];
    for await (const value of oneAhead(source)) {
      await new Promise((done) => setTimeout(done));
      seen.push([value, made.length]);
    }
    expect(seen).toEqual([[1, 2], [2, 3], [3, 4], [4, 4]]); // prettier-ignore
  });

  test('throws a fault in its turn, and closes the source when it is left', async () => {
    let closed = 0;
    const source = async function* () {
      try {
        yield await Promise.resolve(1);
        throw new RangeError('the second');
      } finally {
        closed += 1;
      }
    };
    const seen: number[] = [];
    const all = async () => {
      for await (const value of oneAhead(source())) seen.push(value);
    };
    await expect(all()).rejects.toThrow('the second');
    for await (const value of oneAhead(source())) {
      seen.push(value);
      break;
    }
    expect([seen, closed]).toEqual([[1, 1], 2]);
  });
});

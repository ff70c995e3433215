import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { type Cell, type Part, workbookOf, workbookParts, zipOf } from '../../test/workbook.js';
import { FormatProbe } from './file-format.js';
import { rowsOf } from './table.js';
import type { TableRow } from './table-row.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'chengxin-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rows of a file, read by the format that its content shows. */
async function read(content: string | Uint8Array): Promise<TableRow[]> {
  const bytes = Buffer.from(content as Uint8Array);
  const probe = new FormatProbe();
  probe.add(bytes);
  const { format, encoding } = probe.end();
  if (!format || format === 'ole') throw new Error(`read as ${format}`);
  const file = path.join(folder, 'file');
  writeFileSync(file, bytes);
  const rows: TableRow[] = [];
  for await (const row of rowsOf({ path: file, format, encoding })) rows.push(row);
  return rows;
}

const cellsOf = async (content: string | Uint8Array): Promise<string[][]> => (await read(content)).map(({ cells }) => cells);
const HEADER = ['代码', '日期', '金额'];
const sheet = async (...cells: Cell[]): Promise<TableRow | undefined> => (await read(await workbookOf([HEADER, cells])))[1];

describe('a file', () => {
  test.each<[string, string | Uint8Array]>([
    ['CSV', '代码,日期,金额\nA1,2026-04-20,0.5\n'],
    ['CSV in GB18030', iconv.encode('代码,日期,金额\r\nA1,2026-04-20,0.5', 'gb18030')],
    ['JSON lines', '{"代码":"A1","日期":"2026-04-20","金额":0.5}\n'],
    ['JSON lines with a byte order mark', '\uFEFF\n{"代码":"A1","日期":"2026-04-20","金额":"0.5"}\r\n\r\n'],
    ['JSON lines in GB18030', iconv.encode('{"代码":"A1","日期":"2026-04-20","金额":"0.5"}', 'gb18030')],
  ])('of %s gives its rows, whatever it is called', async (_, content) => {
    expect(await cellsOf(content)).toEqual([HEADER, ['A1', '2026-04-20', '0.5']]);
  });

  test.each([
    ['an old xls or a workbook under a password', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'ole'],
    ['an image', Buffer.from('89504e470d0a1a0a00', 'hex'), undefined],
  ])('that is %s is known by its first bytes', (_, bytes, format) => {
    const probe = new FormatProbe();
    for (const byte of bytes) probe.add(Buffer.from([byte]));
    expect(probe.end().format).toBe(format);
  });
});

describe('JSON lines', () => {
  test('have every key of the file for a header, and blanks where a line lacks one', async () => {
    expect(await cellsOf('{"a":"1"}\n{"b":null,"a":true}\n{"c":"3"}')).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['true', '', ''],
      ['', '', '3'],
    ]);
  });

  test.each([
    ['an object', '{"a":{"b":1}}', { code: 'registry.value-nested', column: 0, cell: 'a' }],
    ['a list', '{"a":["b"]}', { code: 'registry.value-nested', column: 0, cell: 'a' }],
    ['a code as a number', '{"a":914295000000000001}', { code: 'registry.cell-number-inexact', column: 0, cell: 'a' }],
    ['half a line', '{"a":"1', { code: 'registry.line-unreadable', cell: '2' }],
    ['a list of all', '["1"]', { code: 'registry.line-unreadable', cell: '2' }],
  ])('with %s have a fault in that row alone', async (_, line, fault) => {
    const rows = await read(`{"a":"0"}\n${line}\n{"a":"2"}`);
    expect(rows.map(({ faults }) => faults.length)).toEqual([0, 0, 1, 0]);
    expect(rows[2]?.faults).toMatchObject([fault]);
  });

  test('break off at a line that does not end', async () => {
    await expect(read(`{"a":"1"}\n{"a":"${'x'.repeat(300_000)}`)).rejects.toMatchObject({ name: 'BrokenTable', afterRows: 2 });
  });
});

describe('a workbook', () => {
  test('gives texts as they stand, days as YYYY-MM-DD and numbers as digits', async () => {
    const row = await sheet('91429500MA0001000X', new Date('2026-04-20T00:00:00Z'), 0.1 + 0.2);
    expect(row).toEqual({ cells: ['91429500MA0001000X', '2026-04-20', '0.3'], faults: [] });
  });

  test('flattens rich texts, leaves blank rows out and fills short ones', async () => {
    const rich = { richText: [{ text: '澄州' }, { text: '市', font: { bold: true } }] };
    const rows = await cellsOf(await workbookOf([HEADER, [], [rich], [{ text: 'a', hyperlink: 'http://x' }, null, null, '多']]));
    expect(rows).toEqual([HEADER, ['澄州市', '', ''], ['a', '', '', '多']]);
  });

  test('of merged cells has the value in the first alone', async () => {
    const content = await workbookOf([HEADER, ['a', 'b', 'c']], (one) => one.mergeCells('A2:B2'));
    expect((await cellsOf(content))[1]?.[0]).toBe('a');
  });

  test.each<[string, Cell, object]>([
    ['a formula', { formula: 'A1&"x"', result: '代码x' }, { code: 'registry.cell-formula', cell: 'A2', column: 0, found: '=A1&"x"' }],
    ['a code turned into a number', 914295000000000000, { code: 'registry.cell-number-inexact', cell: 'A2' }],
    ['an error', { error: '#REF!' }, { code: 'registry.cell-error', found: '#REF!' }],
  ])('with %s has a fault at that cell', async (_, cell, fault) => {
    expect((await sheet(cell, '2026-04-20'))?.faults).toMatchObject([fault]);
  });

  test('keeps of a formula what its sender saw', async () => {
    expect((await sheet({ formula: 'A1', result: '代码' }))?.cells[0]).toBe('代码');
  });

  test('reads inline texts and cells that do not say where they are, in whatever order its parts lie', async () => {
    const text = (runs: string) => `<c t="inlineStr"><is>${runs}</is></c>`;
    const rows = `<row>${text('<r><t>a</t></r><r><t>_x000D_b</t></r><rPh><t>hint</t></rPh>')}<c><v>1</v></c></row>`;
    expect(await cellsOf(zipOf(...workbookParts(rows).reverse()))).toEqual([['a\rb', '1']]);
  });

  test('that is cut off in its sheet gives the rows before', async () => {
    const content = '<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c>';
    await expect(read(zipOf(...workbookParts('', { content })))).rejects.toMatchObject({ name: 'BrokenTable', afterRows: 1 });
  });

  test.each<[string, Part[], string]>([
    ['unpacks to more than 1 GB', workbookParts('', { statedSize: 2 ** 30 + 1 }), 'registry.workbook-too-large'],
    ['unpacks to more than 100 times its size', workbookParts(' '.repeat(3_000_000)), 'registry.workbook-too-large'],
    ['leaves its folder', [...workbookParts(''), { name: '../../etc/x', content: 'x' }], 'registry.workbook-unreadable'],
    ['names a part twice', [...workbookParts(''), { name: 'XL/workbook.xml', content: 'x' }], 'registry.workbook-unreadable'],
    ['is encrypted', workbookParts('', { flags: 1 }), 'registry.workbook-protected'],
    ['is another archive', [{ name: 'readme.txt', content: 'x' }], 'registry.workbook-unreadable'],
  ])('that %s is not read', async (_, parts, code) => {
    await expect(read(zipOf(...parts))).rejects.toMatchObject({ refusal: { code } });
  });

  test('that lies about its size is not unpacked beyond it', async () => {
    const lying = zipOf(...workbookParts(`<row><c><v>1</v></c></row>${' '.repeat(3_000_000)}`, { statedSize: 100 }));
    await expect(read(lying)).rejects.toMatchObject({ name: 'BrokenTable' });
  });

  test('that declares entities is not read', async () => {
    const [book, ...parts] = workbookParts('');
    const content = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${String(book?.content)}`;
    await expect(read(zipOf({ name: 'xl/workbook.xml', content }, ...parts))).rejects.toMatchObject({
      refusal: { code: 'registry.workbook-unreadable' },
    });
  });
});

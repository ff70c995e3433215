import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import excel from 'exceljs';

/** A cell as exceljs takes it. */
export type Cell = excel.CellValue;

/** An xlsx file of one sheet with these rows; dates are shown as days. */
export async function workbookOf(rows: readonly Cell[][], change?: (sheet: excel.Worksheet) => void): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('报送');
  for (const row of rows) sheet.addRow(row);
  change?.(sheet);
  const out = new PassThrough();
  const [content] = await Promise.all([buffer(out), workbook.xlsx.write(out)]);
  return new Uint8Array(content);
}

/** The rows of the first sheet of an xlsx file as another reader sees them. */
export async function rowsInWorkbook(content: ArrayBuffer): Promise<Cell[][]> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(content);
  const rows: Cell[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as Cell[]).slice(1)));
  return rows;
}

/** A part of a zip, and what its directory says of it where that is not true. */
export type Part = { name: string; content: string | Buffer; statedSize?: number; flags?: number };

/** A zip with these parts, made by hand so that it may lie. */
export function zipOf(...parts: Part[]): Uint8Array<ArrayBuffer> {
  const packed = parts.map((part) => packedPart(part));
  let offset = 0;
  const directory = packed.map(({ entry, local }) => {
    entry.writeUInt32LE(offset, 42);
    offset += local.length;
    return entry;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...packed.map(({ local }) => local), ...directory, end]));
}

function packedPart({ name, content, statedSize, flags = 0 }: Part): { local: Buffer; entry: Buffer } {
  const plain = Buffer.from(content);
  const bytes = deflateRawSync(plain);
  const named = Buffer.from(name);
  const fields = Buffer.alloc(26); // from the version needed to the length of the extra field: the same in both headers
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(plain), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(statedSize ?? plain.length, 18);
  fields.writeUInt16LE(named.length, 22);
  const entryHead = Buffer.alloc(6);
  entryHead.writeUInt32LE(0x02014b50, 0);
  const localHead = Buffer.alloc(4);
  localHead.writeUInt32LE(0x04034b50, 0);
  return {
    local: Buffer.concat([localHead, fields, named, bytes]),
    entry: Buffer.concat([entryHead, fields, Buffer.alloc(14), named]),
  };
}

/** The parts of a smallest workbook whose sheet holds this XML. */
export const workbookParts = (sheetData: string, more: Partial<Part> = {}): Part[] => [
  { name: 'xl/workbook.xml', content: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>' },
  { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships><Relationship Id="rId1" Target="worksheets/first.xml"/></Relationships>' },
  { name: 'xl/worksheets/first.xml', content: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`, ...more },
];

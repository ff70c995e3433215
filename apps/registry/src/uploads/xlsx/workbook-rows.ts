import { BrokenTable, type TableRow } from '../table-row.js';
import { SheetRows } from './sheet-rows.js';
import { openWorkbook } from './workbook.js';
import { readXml } from './xml.js';
import { contentOf, DamagedPart } from './zip-content.js';

/**
 * The rows of a workbook's first visible sheet, blank ones left out, each as wide as the first. Of merged cells the first holds the
 * value. Throws `UnusableWorkbook` before anything is read, and `BrokenTable` where the sheet is damaged.
 */
export async function* workbookRows(path: string): AsyncGenerator<TableRow> {
  const book = await openWorkbook(path);
  const sheet = new SheetRows(book);
  let rows = 0;
  try {
    for await (const _ of readXml(contentOf(path, book.sheet), sheet)) {
      for (const row of sheet.take()) {
        rows += 1;
        yield row;
      }
    }
  } catch (fault) {
    if (!(fault instanceof DamagedPart)) throw fault;
    const whole = sheet.take();
    yield* whole;
    throw new BrokenTable(rows + whole.length);
  }
}

import { UnusableWorkbook } from '../table-row.js';
import { isDateFormat } from './dates.js';
import { RichText } from './rich-text.js';
import { SharedStrings } from './shared-strings.js';
import { readWhole } from './xml.js';
import { contentOf, DamagedPart } from './zip-content.js';
import { type ZipPart, zipParts } from './zip-directory.js';

/** What the cells of the first sheet are read by: shared texts, the styles that show dates, and where days are counted from. */
export type Workbook = { sheet: ZipPart; strings: SharedStrings; dateStyles: ReadonlySet<number>; from1904: boolean };

/** Opens a workbook whose zip is sound and finds its first sheet that is not hidden. Throws `UnusableWorkbook` when it has none. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const parts = await zipParts(path);
  try {
    const { sheetId, from1904 } = await firstSheet(path, parts.get('xl/workbook.xml'));
    const target = await targetOf(path, parts.get('xl/_rels/workbook.xml.rels'), sheetId);
    const sheet = parts.get(target.toLowerCase());
    if (!sheet) throw new DamagedPart(target);
    const strings = await sharedStrings(path, parts.get('xl/sharedstrings.xml'));
    return { sheet, strings, dateStyles: await dateStyles(path, parts.get('xl/styles.xml')), from1904 };
  } catch (fault) {
    if (fault instanceof DamagedPart) throw new UnusableWorkbook({ code: 'registry.workbook-unreadable' });
    throw fault;
  }
}

async function firstSheet(path: string, part: ZipPart | undefined): Promise<{ sheetId: string; from1904: boolean }> {
  if (!part) throw new DamagedPart('workbook.xml');
  let sheetId: string | undefined;
  let from1904 = false;
  await readWhole(contentOf(path, part), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      sheetId ??= Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'))?.[1];
    },
  });
  return { sheetId: sheetId ?? '', from1904 };
}

/** The name of the part behind a relation of the workbook. */
async function targetOf(path: string, part: ZipPart | undefined, id: string): Promise<string> {
  if (!part) throw new DamagedPart('workbook.xml.rels');
  let target = '';
  await readWhole(contentOf(path, part), {
    open(_, { Id, Target }) {
      if (Id === id) target = Target ?? '';
    },
  });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function sharedStrings(path: string, part: ZipPart | undefined): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (!part) return strings;
  const rich = new RichText();
  await readWhole(contentOf(path, part), {
    open: (name) => rich.open(name),
    text: (text) => rich.text(text),
    close(name) {
      rich.close(name);
      if (name === 'si') strings.add(rich.take());
    },
  });
  return strings;
}

/** The cell styles, by their place, whose number format shows a date. */
async function dateStyles(path: string, part: ZipPart | undefined): Promise<ReadonlySet<number>> {
  const styles = new Set<number>();
  if (!part) return styles;
  const formats = new Map<number, string>();
  let inStyles = false;
  let place = 0;
  await readWhole(contentOf(path, part), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs') inStyles = true;
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode ?? '');
      if (name !== 'xf' || !inStyles) return;
      if (isDateFormat(Number(numFmtId), formats)) styles.add(place);
      place += 1;
    },
    close(name) {
      if (name === 'cellXfs') inStyles = false;
    },
  });
  return styles;
}

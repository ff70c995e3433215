/** A column of a table: its title, and whether its cells are numbers, which stand at the right. */
export type Column = { title: string; numeric?: true };

/** How many places of a terminal a text takes: what is Chinese takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0);
}

/** A table as text: a line of titles, one for each row, columns as wide as their widest cell, two spaces between. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))));
  const line = (row: readonly string[]) => columns.map(({ numeric }, at) => padded(row[at] ?? '', widths[at] ?? 0, numeric)).join('  ');
  return cells.map((row) => line(row).trimEnd()).join('\n');
}

/** A number with its thousands apart. */
export const grouped = (count: number): string => count.toLocaleString('en');

const cellText = (cell: string | number): string => (typeof cell === 'number' ? grouped(cell) : cell);

function padded(text: string, width: number, numeric: boolean | undefined): string {
  const room = ' '.repeat(Math.max(0, width - widthOf(text)));
  return numeric ? room + text : text + room;
}

/** Ideographs, kana, full-width forms and their punctuation (Unicode East Asian Width W and F, as far as our texts go). */
function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}

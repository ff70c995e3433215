import { UnusableWorkbook } from '../table-row.js';

const PAGE = 2 ** 22;
const BYTES_A_UNIT = 2;
const BYTES_A_PLACE = 8;
const PLACES_AT_FIRST = 2 ** 12;

/** What is kept of shared texts, in bytes: with more a load would not stay within 300 MB, such a file comes as CSV. */
const MOST_BYTES = 100_000_000;

/**
 * The shared texts of a workbook by their place, close together and outside the heap: as strings the texts of a full sheet, which are
 * millions, take twice the room, and the garbage collector walks over them again and again.
 */
export class SharedStrings {
  private readonly pages: Buffer[] = [];
  private places = new Uint32Array(2 * PLACES_AT_FIRST); // begin and end of each text, counted through all pages
  private count = 0;
  private end = 0;

  /** Adds the next text. Throws `UnusableWorkbook` beyond 100 MB in all, and for a text that no cell can hold. */
  add(text: string): void {
    const length = text.length * BYTES_A_UNIT;
    if ((this.end % PAGE) + length > PAGE) this.end = Math.ceil(this.end / PAGE) * PAGE;
    const begin = this.end;
    this.end += length;
    if (length > PAGE || this.end + this.count * BYTES_A_PLACE > MOST_BYTES) {
      throw new UnusableWorkbook({ code: 'registry.workbook-too-large' });
    }
    this.pageOf(begin).write(text, begin % PAGE, 'utf16le');
    this.note(begin, this.end);
  }

  /** The text of a place from 0; empty where there is none. */
  at(place: number): string {
    const [begin, end] = [this.places[2 * place], this.places[2 * place + 1]];
    if (begin === undefined || end === undefined || place >= this.count) return '';
    return this.pageOf(begin).toString('utf16le', begin % PAGE, (begin % PAGE) + end - begin);
  }

  private pageOf(position: number): Buffer {
    return (this.pages[Math.floor(position / PAGE)] ??= Buffer.allocUnsafeSlow(PAGE));
  }

  private note(begin: number, end: number): void {
    if (2 * this.count === this.places.length) {
      const wider = new Uint32Array(2 * this.places.length);
      wider.set(this.places);
      this.places = wider;
    }
    this.places[2 * this.count] = begin;
    this.places[2 * this.count + 1] = end;
    this.count += 1;
  }
}

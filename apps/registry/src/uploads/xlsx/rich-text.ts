/** Gathers the text of an `si` or `is` element: its runs in order, without the phonetic hints, escapes such as `_x000D_` undone. */
export class RichText {
  private gathered = '';
  private inRun = false;
  private inHint = false;

  /** A tag inside the element opens. */
  open(name: string): void {
    if (name === 'rPh') this.inHint = true;
    if (name === 't') this.inRun = true;
  }

  /** Text inside the element. */
  text(text: string): void {
    if (this.inRun && !this.inHint) this.gathered += text;
  }

  /** A tag inside the element closes. */
  close(name: string): void {
    if (name === 'rPh') this.inHint = false;
    if (name === 't') this.inRun = false;
  }

  /** The text so far; the next begins anew. */
  take(): string {
    const text = unescaped(this.gathered);
    this.gathered = '';
    return text;
  }
}

/** The text of a spreadsheet cell with the escapes undone in which XML keeps characters that it has no place for. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

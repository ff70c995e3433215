import { type Encoding, EncodingProbe } from './text-encoding.js';

/** The formats in which departments send their files. */
export type FileFormat = 'csv' | 'xlsx' | 'json-lines';

/** What a file is by its content: a format that is read, an OLE container (xls, or a workbook under a password), or neither. */
export type FileContent = { format: FileFormat | 'ole' | undefined; encoding: Encoding | undefined };

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const BEGINNING = 1024;

/** Reads along with a file as it arrives and says at its end what it is; its name and declared type are not asked. */
export class FormatProbe {
  private readonly encodings = new EncodingProbe();
  private beginning = Buffer.alloc(0);

  /** Takes the next bytes. */
  add(bytes: Buffer): void {
    this.encodings.add(bytes);
    if (this.beginning.length < BEGINNING) this.beginning = Buffer.concat([this.beginning, bytes.subarray(0, BEGINNING)]);
  }

  /** What the bytes are. */
  end(): FileContent {
    const encoding = this.encodings.end();
    if (this.startsWith(ZIP)) return { format: 'xlsx', encoding: undefined };
    if (this.startsWith(OLE)) return { format: 'ole', encoding: undefined };
    if (!encoding) return { format: undefined, encoding };
    const isJson = /^\uFEFF?\s*\{/.test(this.beginning.toString('utf8'));
    return { format: isJson ? 'json-lines' : 'csv', encoding };
  }

  private startsWith(signature: Buffer): boolean {
    return this.beginning.subarray(0, signature.length).equals(signature);
  }
}

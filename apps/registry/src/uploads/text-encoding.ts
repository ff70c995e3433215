import { TextDecoder } from 'node:util';

/** The encodings in which departments send their files. */
export type Encoding = 'utf-8' | 'gb18030';

/** Reads along with a file as it arrives and says at its end how its text is encoded: UTF-8 when every byte fits, else GB18030. */
export class EncodingProbe {
  private readonly decoders = new Map<Encoding, TextDecoder>([
    ['utf-8', new TextDecoder('utf-8', { fatal: true })],
    ['gb18030', new TextDecoder('gb18030', { fatal: true })],
  ]);
  private isText = true;

  /** Takes the next bytes. */
  add(bytes: Uint8Array): void {
    if (bytes.includes(0)) this.isText = false;
    this.tryAll((decoder) => decoder.decode(bytes, { stream: true }));
  }

  /** The encoding, undefined when the bytes are no text in either (a spreadsheet, an archive, an image). */
  end(): Encoding | undefined {
    this.tryAll((decoder) => decoder.decode());
    const [encoding] = this.decoders.keys();
    return this.isText ? encoding : undefined;
  }

  private tryAll(read: (decoder: TextDecoder) => unknown): void {
    for (const [encoding, decoder] of this.decoders) {
      try {
        read(decoder);
      } catch {
        this.decoders.delete(encoding); // the bytes are not of this encoding, which is what the probe wants to know
      }
    }
  }
}

/** The text of bytes as they come. */
export async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

import { SaxesParser } from 'saxes';
import { DamagedPart } from './zip-content.js';

/** What is done at each tag and text of a part; names come without their prefix. */
export type XmlListener = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
};

const LONGEST_TEXT = 2 ** 20;

/** Reads a part through and gives back control after every piece of it, so that what the listener has gathered can be passed on. */
export async function* readXml(content: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  let sinceTag = 0;
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    listener.open(local(name), attributes as Record<string, string>);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    listener.close?.(local(name));
  });
  parser.on('doctype', () => damaged());
  parser.on('error', () => damaged());
  for await (const chunk of content) {
    sinceTag += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (sinceTag > LONGEST_TEXT) damaged();
    yield;
  }
  parser.close();
  yield;
}

/** Reads a part to its end. */
export async function readWhole(content: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const pieces = readXml(content, listener);
  while (!(await pieces.next()).done);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function damaged(): never {
  throw new DamagedPart('XML');
}

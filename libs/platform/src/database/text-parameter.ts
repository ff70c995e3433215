const FIRST_BYTES = 256 * 1024;
/** As many bytes of UTF-8 at most for each unit of a text. */
const BYTES_A_UNIT = 3;

/**
 * Many texts as one parameter of a statement, `between` each two, in UTF-8; the statement must say that it is a text (`$1::text`). Each
 * is made when its turn comes and may be forgotten then: one string of them all would be large, and only a long collection frees those.
 */
export function textParameter(texts: Iterable<string>, between: string): Buffer {
  let bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  let length = 0;
  for (const text of texts) {
    bytes = withRoom(bytes, length + (between.length + text.length) * BYTES_A_UNIT);
    if (length > 0) length += bytes.write(between, length);
    length += bytes.write(text, length);
  }
  return bytes.subarray(0, length);
}

function withRoom(bytes: Buffer, needed: number): Buffer {
  if (needed <= bytes.length) return bytes;
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, bytes.length * 2));
  bytes.copy(larger);
  return larger;
}

import type pg from 'pg';

/** A binary COPY begins with its signature (11 bytes), its flags (4) and the length of an extension that there never is (4). */
const HEADER_BYTES = 19;

/**
 * Runs a `copy (…) to stdout (format binary)` and gives the fields of each row as bytes: pg decodes those of a query to strings,
 * whatever they are for. A field must not be null. Throws what the statement, or the connection, failed of.
 */
export async function copyOut(client: pg.Client, text: string): Promise<Buffer[][]> {
  const messages = await received(client, text);
  const [first = Buffer.alloc(0), ...others] = messages;
  return [first.subarray(HEADER_BYTES), ...others].filter(isRow).map(fieldsOf);
}

/** The messages of a COPY, of which the server makes one for each row. They are copies: pg uses its buffer again. */
function received(client: pg.Client, text: string): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const messages: Buffer[] = [];
    client.query({
      submit: (connection: pg.Connection) => connection.query(text),
      handleCopyData: ({ chunk }: { chunk: Buffer }) => messages.push(Buffer.from(chunk)),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(messages),
      handleError: reject,
    });
  });
}

/** A row begins with the number of its fields; the end of all, which has a message too, is -1 of them. */
const isRow = (message: Buffer): boolean => message.length > 2 && message.readInt16BE() >= 0;

function fieldsOf(row: Buffer): Buffer[] {
  let at = 2;
  return Array.from({ length: row.readInt16BE() }, () => {
    const from = at + 4;
    at = from + row.readInt32BE(at);
    return row.subarray(from, at);
  });
}

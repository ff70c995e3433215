/** A place in the outbox: everything up to it is published. The number of a transaction and the position within the table. */
export type Cursor = { xid: string; position: string };

/** An event as it waits in the outbox; `payload` is the text of its envelope, or of a heartbeat's particulars, in UTF-8. */
export type OutboxRow = Cursor & { topic: string; key: string; eventId: string; type: string; payload: Buffer };

/** The event of a row of the outbox, read as texts in the order of these columns; throws when there are fewer. */
export function outboxRowOf([xid, position, topic, key, eventId, type, payload]: readonly Buffer[]): OutboxRow {
  if (!xid || !position || !topic || !key || !eventId || !type || !payload) throw new Error('a row of the outbox is not whole');
  return {
    xid: xid.toString(),
    position: position.toString(),
    topic: topic.toString(),
    key: key.toString(),
    eventId: eventId.toString(),
    type: type.toString(),
    payload,
  };
}

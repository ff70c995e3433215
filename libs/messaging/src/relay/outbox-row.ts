/** A place in the outbox: everything up to it is published. The number of a transaction and the position within the table. */
export type Cursor = { xid: string; position: string };

/** An event as it waits in the outbox; `payload` is the text of its envelope, or of a heartbeat's particulars. */
export type OutboxRow = Cursor & { topic: string; key: string; eventId: string; type: string; payload: string };

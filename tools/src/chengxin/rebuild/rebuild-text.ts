/** How far a service's rebuild is, as the service tells it: messages of the topics read, events applied, and why it has failed. */
export type Rebuild = { state: 'filling' | 'closing' | 'done' | 'failed'; read: number; total: number; applied: number; reason?: string };

/** One line: what came of a rebuild. */
export const rebuildText = (service: string, { state, total, applied, reason }: Rebuild): string =>
  state === 'failed'
    ? `${service}: not rebuilt, the copies stay as they were: ${reason}`
    : `${service}: rebuilt from ${total} messages, ${applied} of them applied`;

import path from 'node:path';
import { recordsCollected, writeMessages } from '../products/events.js';
import { given } from '../products/surroundings.js';

/** Writes the events that are to leave. */
const { folder, size, enterprises } = given();
await writeMessages(path.join(folder, 'messages.jsonl'), recordsCollected(size, enterprises));

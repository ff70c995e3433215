import { CreateEntries20260501160000 } from './20260501160000-create-entries.js';
import { IndexLooks20260507090000 } from './20260507090000-index-looks.js';

/** The tables of this service, in order. */
export const migrations = [CreateEntries20260501160000, IndexLooks20260507090000];

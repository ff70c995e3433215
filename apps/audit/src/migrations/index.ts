import { CreateEntries20260501160000 } from './20260501160000-create-entries.js';

/** The tables of this service, in order. */
export const migrations = [CreateEntries20260501160000];

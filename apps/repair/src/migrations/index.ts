import { type Migration } from '@chengxin/platform';
import { CreateCases20260501100100 } from './20260501100100-create-cases.js';
import { CreateCopies20260501100000 } from './20260501100000-create-copies.js';
import { AddOpennessToRecords20260505090000 } from './20260505090000-add-openness-to-records.js';

/** The tables of `repair`, in their order. */
export const migrations: readonly Migration[] = [CreateCopies20260501100000, CreateCases20260501100100, AddOpennessToRecords20260505090000];

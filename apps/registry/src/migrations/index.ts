import type { Migration } from '@chengxin/platform';
import { CreateSubjects20260502090000 } from './20260502090000-create-subjects.js';
import { CreateRecords20260502090100 } from './20260502090100-create-records.js';
import { CreateBatches20260502090200 } from './20260502090200-create-batches.js';
import { AddFormatToBatches20260503090000 } from './20260503090000-add-format-to-batches.js';
import { CreateMappings20260511090000 } from './20260511090000-create-mappings.js';
import { AddRetentionToPersonalDetails20260506120000 } from './20260506120000-add-retention-to-personal-details.js';
import { CreateSourceFigures20260511090100 } from './20260511090100-create-source-figures.js';
import { SplitSourceFigures20260512090000 } from './20260512090000-split-source-figures.js';
import { CreateSourceProblems20260511090200 } from './20260511090200-create-source-problems.js';

/** The tables of the registry, in the order they were made. */
export const migrations: readonly Migration[] = [
  CreateSubjects20260502090000,
  CreateRecords20260502090100,
  CreateBatches20260502090200,
  AddFormatToBatches20260503090000,
  CreateMappings20260511090000,
  AddRetentionToPersonalDetails20260506120000,
  CreateSourceFigures20260511090100,
  CreateSourceProblems20260511090200,
  SplitSourceFigures20260512090000,
];

import type { Migration } from '@chengxin/platform';
import { CreateCopies20260501120000 } from './20260501120000-create-copies.js';
import { CreateRatings20260501120100 } from './20260501120100-create-ratings.js';
import { CreateReviews20260501120200 } from './20260501120200-create-reviews.js';
import { AddSharedUntilToRecords20260506110000 } from './20260506110000-add-shared-until-to-records.js';

/** The tables of this service, in order. */
export const migrations: readonly Migration[] = [
  CreateCopies20260501120000,
  CreateRatings20260501120100,
  CreateReviews20260501120200,
  AddSharedUntilToRecords20260506110000,
];

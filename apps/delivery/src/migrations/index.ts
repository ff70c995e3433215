import { CreateRecords20260504090000 } from './20260504090000-create-records.js';
import { CreateFeed20260504090100 } from './20260504090100-create-feed.js';
import { CreateWebhooks20260504090200 } from './20260504090200-create-webhooks.js';
import { AddOpennessToRecords20260505090000 } from './20260505090000-add-openness-to-records.js';
import { AddPurposeToWebhooks20260507090000 } from './20260507090000-add-purpose-to-webhooks.js';

/** The tables of this service, in order. */
export const migrations = [
  CreateRecords20260504090000,
  CreateFeed20260504090100,
  CreateWebhooks20260504090200,
  AddOpennessToRecords20260505090000,
  AddPurposeToWebhooks20260507090000,
];

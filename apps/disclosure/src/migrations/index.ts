import { CreateCopies20260503090000 } from './20260503090000-create-copies.js';
import { CreateStoppages20260503090100 } from './20260503090100-create-stoppages.js';
import { AddOpennessToRecords20260505090000 } from './20260505090000-add-openness-to-records.js';
import { CreateVersions20260506100000 } from './20260506100000-create-versions.js';
import { AddPublicMembersToRecords20260508090000 } from './20260508090000-add-public-members-to-records.js';

/** The tables of this service, in order. */
export const migrations = [
  CreateCopies20260503090000,
  CreateStoppages20260503090100,
  AddOpennessToRecords20260505090000,
  CreateVersions20260506100000,
  AddPublicMembersToRecords20260508090000,
];

import type { Migration } from '@chengxin/platform';
import { CreateOutbox20260501090000 } from './20260501090000-create-outbox.js';
import { CreateInbox20260501090100 } from './20260501090100-create-inbox.js';
import { CreateRebuilds20260505090000 } from './20260505090000-create-rebuilds.js';
import { CreateDiscardedEvents20260505090100 } from './20260505090100-create-discarded-events.js';
import { AnnounceEventsByLine20260505090200 } from './20260505090200-announce-events-by-line.js';

/** The tables and server functions that every service with a database has for its events. */
export const messagingMigrations: readonly Migration[] = [
  CreateOutbox20260501090000,
  CreateInbox20260501090100,
  CreateRebuilds20260505090000,
  CreateDiscardedEvents20260505090100,
  AnnounceEventsByLine20260505090200,
];

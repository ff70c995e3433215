import type { Migration } from '../migrate.js';
import { CreateTimers20260501080000 } from './20260501080000-create-timers.js';
import { CreateIdempotencyKeys20260501080100 } from './20260501080100-create-idempotency-keys.js';

/** The tables that every service with a database has from the platform. */
export const platformMigrations: readonly Migration[] = [CreateTimers20260501080000, CreateIdempotencyKeys20260501080100];

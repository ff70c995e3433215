import { MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { Module } from '@nestjs/common';
import { AccessesController } from './accesses/accesses.controller.js';
import { AccessesRepository } from './accesses/accesses.repository.js';
import { EntriesConsumer } from './entries/entries.consumer.js';
import { EntriesController } from './entries/entries.controller.js';
import { EntriesRepository } from './entries/entries.repository.js';
import { EntryRow } from './entries/entry.row.js';

const service = 'audit';

/** Keeps every event that is said, append-only, for auditors to read. */
@Module({
  imports: [PlatformModule.forService({ service, rows: [EntryRow] }), MessagingModule.forService({ service, announces: [] })],
  controllers: [EntriesConsumer, EntriesController, AccessesController],
  providers: [EntriesRepository, AccessesRepository],
})
export class AuditModule {}

import { FeedEntryWrittenV1 } from '@chengxin/contracts';
import { MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { Module } from '@nestjs/common';
import { EntriesRepository } from './feed/entries.repository.js';
import { FeedReaderService } from './feed/feed-reader.service.js';
import { FeedConsumer } from './feed/feed.consumer.js';
import { FeedController } from './feed/feed.controller.js';
import { FeedService } from './feed/feed.service.js';
import { CaseEntriesRepository } from './receipts/case-entries.repository.js';
import { ReceiptsConsumer } from './receipts/receipts.consumer.js';
import { ReceiptsService } from './receipts/receipts.service.js';
import { RecordsConsumer } from './records/records.consumer.js';
import { RecordsRepository } from './records/records.repository.js';
import { DeliveriesRepository } from './sending/deliveries.repository.js';
import { Messages } from './sending/messages.js';
import { Sender } from './sending/sender.js';
import { Wake } from './sending/wake.js';
import { WebhookClient } from './sending/webhook-client.js';
import { Addresses } from './webhooks/addresses.js';
import { WebhookRow } from './webhooks/webhook.row.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksRepository } from './webhooks/webhooks.repository.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

const service = 'delivery';

/** What departments receive: the feed, and the webhooks that push it. */
@Module({
  imports: [
    PlatformModule.forService({ service, rows: [WebhookRow] }),
    MessagingModule.forService({ service, announces: [FeedEntryWrittenV1], copies: ['records'] }),
  ],
  controllers: [RecordsConsumer, FeedConsumer, ReceiptsConsumer, FeedController, WebhooksController],
  providers: [
    RecordsRepository,
    EntriesRepository,
    FeedService,
    FeedReaderService,
    CaseEntriesRepository,
    ReceiptsService,
    Addresses,
    WebhooksRepository,
    WebhooksService,
    DeliveriesRepository,
    WebhookClient,
    Messages,
    Wake,
    Sender,
  ],
})
export class DeliveryModule {}

import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ServiceConfig } from '@chengxin/platform';
import { ClockOffsets } from '../clock/clock-offsets.js';
import { Batches } from '../consumer/batch.js';
import { EventServer } from '../consumer/event-server.js';
import { Inbox } from '../inbox/inbox.js';
import { StoredOffsets } from '../inbox/stored-offsets.js';
import { accessOf, openKafka } from '../kafka/kafka-access.js';
import { KAFKA } from '../kafka/kafka.token.js';
import { TopicNames } from '../kafka/topic-names.js';
import { Looks } from '../looks/looks.js';
import { CountedThings } from '../operations/counts.js';
import { IdlenessCheck } from '../operations/idleness.js';
import { Journals } from '../operations/journals.js';
import { Lag } from '../operations/lag.js';
import { MessagingMetrics, MetricSources } from '../operations/messaging-metrics.js';
import { DiscardsController } from '../operations/discards.controller.js';
import { OperationsController } from '../operations/operations.controller.js';
import { Performed } from '../operations/performed.js';
import { OutboxState } from '../operations/outbox-state.js';
import { ServiceStatus, StatusSources } from '../operations/service-status.js';
import { Outbox } from '../outbox/outbox.js';
import { OutboxSignal } from '../outbox/outbox-signal.js';
import { Discards } from '../parking/discards.js';
import { ParkedEvents } from '../parking/parked-events.js';
import { ParkedRows } from '../parking/parked-rows.js';
import { ParkingLot } from '../parking/parking-lot.js';
import { Replay } from '../parking/replay.js';
import { Filling } from '../rebuild/filling.js';
import { Rebuild, RebuildParts } from '../rebuild/rebuild.js';
import { RebuildGate } from '../rebuild/rebuild-gate.js';
import { RebuildGuard } from '../rebuild/rebuild.guard.js';
import { RebuildRows } from '../rebuild/rebuild-rows.js';
import { Rebuilding } from '../rebuild/rebuilding.js';
import { Rebuilds, RebuildWork } from '../rebuild/rebuilds.js';
import { RebuildsController } from '../rebuild/rebuilds.controller.js';
import { Rereading } from '../rebuild/rereading.js';
import { Heartbeat } from '../relay/heartbeat.js';
import { Publication } from '../relay/publication.js';
import { Relay } from '../relay/relay.js';
import { CopyState } from '../watermarks/copy-state.js';
import { SideSinks, SideTopics } from '../watermarks/side-topics.js';
import { WatermarkBook } from '../watermarks/watermark-book.js';
import { Watermarks } from '../watermarks/watermarks.js';
import { MESSAGING, type MessagingOptions } from './messaging-options.js';

/** Hears the clock and the watermarks; all that a service without a database needs. */
const HEARING: Provider[] = [ClockOffsets, WatermarkBook, SideSinks, SideTopics];
const ANNOUNCING: Provider[] = [Outbox, OutboxSignal, Looks, Relay, Publication, Heartbeat, CopyState];
const CONSUMING: Provider[] = [
  EventServer,
  Batches,
  Inbox,
  StoredOffsets,
  ParkingLot,
  ParkedRows,
  ParkedEvents,
  Replay,
  Discards,
  Watermarks,
];
const REBUILDING: Provider[] = [
  Rebuilding,
  RebuildGate,
  RebuildRows,
  Filling,
  Rereading,
  RebuildParts,
  Rebuild,
  RebuildWork,
  Rebuilds,
  { provide: APP_GUARD, useClass: RebuildGuard },
];
const OPERATING: Provider[] = [
  Lag,
  OutboxState,
  IdlenessCheck,
  Journals,
  CountedThings,
  ServiceStatus,
  StatusSources,
  MessagingMetrics,
  MetricSources,
  Performed,
];

/** What a service states about its messages; one without a database neither announces nor consumes, it only hears the clock. */
export type MessagingModuleOptions = Omit<MessagingOptions, 'copies'> & Partial<MessagingOptions> & { database?: boolean };

/** The messages of a service: outbox, relay, consumer, parked events, watermarks and the operator's routes. */
@Module({})
export class MessagingModule {
  /** The messaging of one service, global in its application. Needs the platform's module. */
  static forService({ service, announces, copies = [], database = true }: MessagingModuleOptions): DynamicModule {
    const given: Provider[] = [
      { provide: MESSAGING, useValue: { service, announces, copies } satisfies MessagingOptions },
      { provide: KAFKA, inject: [ServiceConfig], useFactory: (config: ServiceConfig) => openKafka(accessOf(config, service)) },
      { provide: TopicNames, inject: [ServiceConfig], useFactory: (config: ServiceConfig) => new TopicNames(config.kafkaPrefix) },
    ];
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: database ? [OperationsController, DiscardsController, RebuildsController] : [],
      providers: [...given, ...HEARING, ...(database ? [...ANNOUNCING, ...CONSUMING, ...REBUILDING, ...OPERATING] : [])],
      exports: database ? [Outbox, Looks, Watermarks, ParkedEvents] : [],
    };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { MachineClock, Metrics, Readiness } from '@chengxin/platform';
import { ParkedRows } from '../parking/parked-rows.js';
import { Watermarks } from '../watermarks/watermarks.js';
import { Lag } from './lag.js';
import { OutboxState } from './outbox-state.js';

type Sample = { value: number; labels?: Record<string, string> };

/** Where the figures come from. */
@Injectable()
export class MetricSources {
  constructor(
    readonly outbox: OutboxState,
    readonly lag: Lag,
    readonly parked: ParkedRows,
    readonly watermarks: Watermarks,
  ) {}
}

/** Measures what Prometheus asks for; a source that does not answer leaves its figure out. */
@Injectable()
export class MessagingMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    private readonly sources: MetricSources,
    private readonly machine: MachineClock,
  ) {}

  onModuleInit(): void {
    const { outbox, lag, parked, watermarks } = this.sources;
    this.gauge('outbox_unpublished_events', 'Events in the outbox that Kafka has not acknowledged', [], async () => [
      { value: (await outbox.read()).unpublished },
    ]);
    this.gauge('outbox_oldest_unpublished_seconds', 'Age of the oldest of them', [], async () => [
      { value: (await outbox.read()).oldestSeconds },
    ]);
    this.gauge('database_oldest_writing_transaction_seconds', 'Age of the oldest writing transaction of the server', [], async () => [
      { value: await outbox.oldestWriting() },
    ]);
    this.gauge('consumer_lag_messages', 'Messages of a topic not consumed yet', ['topic'], async () => byTopic((await lag.read()).topics));
    this.gauge('parked_events', 'Parked events by topic', ['topic'], async () => byTopic(await parked.count()));
    this.gauge('watermark_age_seconds', 'Age of what the copies of a service reach', ['service'], async () =>
      watermarks.ages(this.machine.now()).map(([service, value]) => ({ value, labels: { service } })),
    );
    this.readiness.add('kafka', async () => ({ lag: (await lag.read()).topics }));
  }

  private gauge(name: string, help: string, labelNames: string[], measure: () => Promise<Sample[]>): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.metrics],
      async collect() {
        this.reset();
        const samples = await measure().catch((): Sample[] => []);
        for (const { value, labels = {} } of samples) this.set(labels, value);
      },
    });
  }
}

const byTopic = (values: Record<string, number>): Sample[] =>
  Object.entries(values).map(([topic, value]) => ({ value, labels: { topic } }));

import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeliveriesRepository, type DueDelivery } from './deliveries.repository.js';
import { InFlight } from './in-flight.js';
import { Lead } from './lead.js';
import { Messages } from './messages.js';
import { Wake } from './wake.js';
import { WebhookClient } from './webhook-client.js';

const LOOK_MS = 1_000;

/**
 * Sends what is due, in the leading process. Of one enterprise one entry is under way at an endpoint, so its order holds; a slow
 * endpoint holds up no other. What was under way when the process died is still due: everything is sent at least once.
 */
@Injectable()
export class Sender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Sender.name);
  private readonly inFlight = new InFlight();
  private running?: Promise<void>;
  private closing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly deliveries: DeliveriesRepository,
    private readonly client: WebhookClient,
    private readonly wake: Wake,
    private readonly messages: Messages,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    this.client.end();
    this.wake.raise();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.closing) {
      await this.lead().catch((fault: unknown) => this.logger.warn(`the sender begins anew: ${String(fault)}`));
      if (!this.closing) await this.wake.wait(LOOK_MS);
    }
  }

  private async lead(): Promise<void> {
    const lead = await Lead.take(this.dataSource);
    if (!lead) return;
    try {
      while (!this.closing) {
        await lead.check();
        await this.begin();
        await this.wake.wait(LOOK_MS);
      }
    } finally {
      await this.inFlight.settled();
      await lead.release();
    }
  }

  private async begin(): Promise<void> {
    this.inFlight.release();
    for (const delivery of await this.messages.due(InFlight.MOST * 2)) {
      this.inFlight.begin(delivery, () => this.carry(delivery));
    }
  }

  /** One delivery; a fault of the database leaves it due for the next look. */
  private async carry(delivery: DueDelivery): Promise<void> {
    try {
      const message = await this.messages.of(delivery);
      const outcome = message && (await this.client.send(message));
      if (!message) await this.deliveries.drop(delivery);
      else if (outcome) await this.deliveries.settle(delivery, outcome);
      this.wake.raise();
    } catch (fault) {
      this.logger.warn(`entry ${delivery.position} for ${delivery.webhookId} stays due: ${String(fault)}`);
    }
  }
}

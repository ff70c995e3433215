import { Clock, LawInForce } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { handOn } from '../feed/hand-on.js';
import { DeliveriesRepository, type DueDelivery } from './deliveries.repository.js';
import { type WebhookMessage } from './webhook-client.js';

/** What is due, and what its endpoint's unit may see of it. */
@Injectable()
export class Messages {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly lawInForce: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** What is due at each endpoint, at most `limit` for each. */
  due(limit: number): Promise<DueDelivery[]> {
    return this.deliveries.due(limit, this.clock.today());
  }

  /** The message for a delivery, as the feed would give it; undefined when the unit may see nothing of it. */
  of({ unit, url, secret, ...entry }: DueDelivery): WebhookMessage | undefined {
    const reader = { role: 'department-client', unit, enterprises: [] } as const;
    const handed = handOn(entry, { reader, law: this.lawInForce.law, on: this.clock.today() });
    return handed && { url, secret, id: handed.id, body: JSON.stringify(handed) };
  }
}

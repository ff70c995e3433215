import { type Looking, Looks, seenByEnterprise } from '@chengxin/messaging';
import { Clock, LawInForce } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { handOn, seenEvent } from '../feed/hand-on.js';
import { DeliveriesRepository, type DueDelivery } from './deliveries.repository.js';
import { type WebhookMessage } from './webhook-client.js';

/** What is due, and what its endpoint's unit may see of it. */
@Injectable()
export class Messages {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly lawInForce: LawInForce,
    private readonly clock: Clock,
    private readonly looks: Looks,
  ) {}

  /** What is due at each endpoint, at most `limit` for each. */
  due(limit: number): Promise<DueDelivery[]> {
    return this.deliveries.due(limit, this.clock.today());
  }

  /** The message for a delivery, as the feed would give it, recorded as a look with the first attempt; undefined when the unit may see nothing of it. */
  async of(delivery: DueDelivery): Promise<WebhookMessage | undefined> {
    const { unit, url, secret, position, event, sourceUnit, openness, shared } = delivery;
    const reader = { role: 'department-client', unit, enterprises: [] } as const;
    const handed = handOn({ position, event, sourceUnit, openness, shared }, { reader, law: this.lawInForce.law, on: this.clock.today() });
    if (!handed) return undefined;
    if (delivery.attempts === 0) await this.looks.record(lookOf(delivery), ...seenByEnterprise('webhook', [handed], seenEvent));
    return { url, secret, id: handed.id, body: JSON.stringify(handed) };
  }
}

/** The unit looks through its endpoint, as the one who set it up said why. */
const lookOf = ({ createdBy: subject, unit, purpose: code, purposeEntry: id, caseNumber }: DueDelivery): Looking => ({
  actor: { subject, role: 'department-client', unit },
  stated: { purpose: { code, id }, caseNumber },
});

import { accepted, type Actor, type Look, MachineClock, type Page, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { cursorAt } from '../feed/feed-reader.service.js';
import { REFUSALS } from '../refusals.js';
import { Addresses } from './addresses.js';
import { type AddWebhookDto } from './dto/webhook.dto.js';
import { type NewWebhookView, type WebhookView } from './dto/webhook.view.js';
import { newSecret } from './secret.js';
import { type WebhookRow } from './webhook.row.js';
import { WebhooksRepository } from './webhooks.repository.js';

/** Keeps the endpoints of units. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly addresses: Addresses,
    private readonly machine: MachineClock,
  ) {}

  /** Sets an endpoint up for the actor's unit. Throws 422 for an address to which nothing is sent. */
  async add({ url, types }: AddWebhookDto, look: Look): Promise<NewWebhookView> {
    const { actor } = look;
    const { purpose, caseNumber } = look.demandPurpose();
    const unitCode = unitOf(actor);
    const address = accepted(await this.addresses.check(new URL(url)), REFUSALS);
    const secret = newSecret();
    const why = { purpose: purpose.code, purposeEntry: purpose.id, caseNumber };
    const made = { createdBy: actor.subject, createdAt: this.machine.now() };
    const said = { unitCode, url: address.href, types: types ?? null, secret, ...why, ...made };
    return { ...viewOf(await this.webhooks.add(said)), secret };
  }

  /** The endpoints of the actor's unit. */
  async page(part: { limit: number; after?: string }, actor: Actor): Promise<Page<WebhookView>> {
    const { items, next } = await this.webhooks.page(unitOf(actor), part);
    return { items: items.map(viewOf), ...(next && { next }) };
  }

  /** Ends an endpoint. Throws 404 for one that the actor's unit does not have. */
  async remove(id: string, actor: Actor): Promise<void> {
    if (!(await this.webhooks.remove(unitOf(actor), id))) throw problem('delivery.webhook-unknown', { id }, REFUSALS);
  }
}

function unitOf({ unit }: Actor): string {
  if (unit === undefined) throw problem('access.not-allowed', {}, PLATFORM_REFUSALS);
  return unit;
}

const viewOf = ({ webhookId, url, types, state, fromPosition, createdAt, pausedAt }: WebhookRow): WebhookView => ({
  id: webhookId,
  url,
  ...(types && { types }),
  state,
  from: cursorAt(Number(fromPosition)),
  createdAt: createdAt.toISOString(),
  ...(pausedAt && { pausedAt: pausedAt.toISOString() }),
});

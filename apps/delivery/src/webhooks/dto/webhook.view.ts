import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FEED_TYPES } from '../../feed/feed-types.js';

const instant = { type: 'string', format: 'date-time' } as const;

/** An endpoint of a unit. */
export class WebhookView {
  @ApiProperty({ type: 'string', format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'string', format: 'uri' }) url!: string;
  @ApiPropertyOptional({ enum: FEED_TYPES, isArray: true }) types?: string[];
  @ApiProperty({ enum: ['active', 'paused'], description: 'Paused: the last attempt of a delivery failed, nothing is sent any more' })
  state!: string;
  @ApiProperty({ type: 'string', description: 'The `after` with which the feed gives the same events from the first on' }) from!: string;
  @ApiProperty(instant) createdAt!: string;
  @ApiPropertyOptional(instant) pausedAt?: string;
}

/** An endpoint that was set up. */
export class NewWebhookView extends WebhookView {
  @ApiProperty({ type: 'string', description: 'Said this once: the secret of its signatures (Standard Webhooks)', example: 'whsec_…' })
  secret!: string;
}

/** A page of a unit's endpoints, oldest first. */
export class WebhookPage {
  @ApiProperty({ type: () => WebhookView, isArray: true }) items!: WebhookView[];
  @ApiPropertyOptional({ type: 'string' }) next?: string;
}

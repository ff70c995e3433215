import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type HandedEvent } from '../hand-on.js';

/** An event of the feed: CloudEvents 1.0 in JSON, with its position; the same in webhooks. */
export class FeedEventView {
  @ApiProperty({ enum: ['1.0'] }) specversion!: '1.0';
  @ApiProperty({ type: 'string', format: 'uuid', description: 'The same in every channel: what comes twice is dropped by it' }) id!: string;
  @ApiProperty({ type: 'string', example: '/chengxin/registry' }) source!: string;
  @ApiProperty({ type: 'string', example: 'credit.registry.record-collected.v1' }) type!: string;
  @ApiPropertyOptional({ type: 'string', description: 'The unified social credit code it is about' }) subject?: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) time!: string;
  @ApiProperty({ enum: ['application/json'] }) datacontenttype!: 'application/json';
  @ApiPropertyOptional({ type: 'string', description: 'Absent when the content is withheld' }) dataschema?: string;
  @ApiProperty({ type: 'string', description: "Its number among the topic's events of the subject; what is for others leaves gaps" })
  sequence!: string;
  @ApiProperty({ type: 'string' }) correlationid!: string;
  @ApiPropertyOptional({ type: 'string' }) causationid?: string;
  @ApiProperty({ type: 'integer', description: 'Its place in the feed' }) position!: number;
  @ApiPropertyOptional({ type: 'boolean', description: 'True: the record is shared no longer, only its identifiers are left' })
  withheld?: true;
  @ApiProperty({ type: 'object', additionalProperties: true }) data!: object;
}

/** A page of the feed. */
export class FeedPage {
  @ApiProperty({
    type: () => FeedEventView,
    isArray: true,
    description: 'May be fewer than asked for: what is not for the reader is left out',
  })
  items!: HandedEvent[];
  @ApiProperty({ type: 'string', description: 'Where to go on, now or later; always there' }) next!: string;
  @ApiProperty({ type: 'boolean', description: 'There is more behind `next` already' }) more!: boolean;
  @ApiPropertyOptional({ type: 'string', format: 'date-time', description: 'Everything known before this instant is in the feed' })
  asOf?: string;
  @ApiProperty({ type: 'boolean', description: 'Older than five seconds' }) behind!: boolean;
}

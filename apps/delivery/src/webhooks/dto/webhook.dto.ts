import { IsNobodys } from '@chengxin/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsUrl, IsUUID, MaxLength } from 'class-validator';
import { FEED_TYPES } from '../../feed/feed-types.js';

const ANY_HOST = { require_tld: false, protocols: ['http', 'https'], require_protocol: true, disallow_auth: true };

/** An endpoint that a unit wants to be pushed to. */
export class AddWebhookDto {
  @ApiProperty({
    type: 'string',
    format: 'uri',
    description: 'An https address of the public internet',
    example: 'https://credit.example.gov.cn/events',
  })
  @IsUrl(ANY_HOST)
  @IsNobodys()
  @MaxLength(2000)
  url!: string;

  @ApiPropertyOptional({ enum: FEED_TYPES, isArray: true, description: 'Only these types; without it all that the unit may see' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FEED_TYPES.length)
  @IsIn(FEED_TYPES, { each: true })
  types?: string[];
}

/** The path of one endpoint. */
export class WebhookPath {
  @ApiProperty({ type: 'string', format: 'uuid' }) @IsUUID() id!: string;
}

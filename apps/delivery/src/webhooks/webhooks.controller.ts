import { type Actor, Allow, CurrentActor, CurrentLook, Idempotent, type Look, NotPublic, PageQuery } from '@chengxin/platform';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AddWebhookDto, WebhookPath } from './dto/webhook.dto.js';
import { NewWebhookView, WebhookPage } from './dto/webhook.view.js';
import { WebhooksService } from './webhooks.service.js';

type Reply = { header(name: string, value: string): unknown };

/** The endpoints to which a unit has its events pushed. */
@ApiTags('events')
@Controller('webhooks')
@Allow({ roles: ['department-client'] })
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Post()
  @NotPublic('nothing')
  @Idempotent()
  @ApiOperation({
    summary: 'Have events pushed to an address 登记推送地址',
    description:
      'Signed by Standard Webhooks, in order for each enterprise, at least once, from the end of the feed on. Each event is recorded as a look for the purpose and in the case that are stated here.',
  })
  @ApiCreatedResponse({ type: NewWebhookView, headers: { Location: { schema: { type: 'string' } } } })
  async add(@Body() body: AddWebhookDto, @CurrentLook() look: Look, @Res({ passthrough: true }) reply: Reply): Promise<NewWebhookView> {
    const view = await this.webhooks.add(body, look);
    reply.header('location', `/api/v1/webhooks/${view.id}`);
    return view;
  }

  @Get()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ summary: "The own unit's endpoints 本单位的推送地址" })
  @ApiOkResponse({ type: WebhookPage })
  list(@Query() { limit, after }: PageQuery, @CurrentActor() actor: Actor): Promise<WebhookPage> {
    return this.webhooks.page({ limit, after }, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'End an endpoint of the own unit 取消推送地址' })
  @ApiNoContentResponse()
  remove(@Param() { id }: WebhookPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.webhooks.remove(id, actor);
  }
}

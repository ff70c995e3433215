import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, Idempotent } from '@chengxin/platform';
import { DeletionOrderDto } from './dto/facts.dto.js';
import { PersonalPlaceDto, personalPlaceDto } from './dto/personal-place.dto.js';
import { PersonalOrders } from './personal-orders.js';

/** Identity papers of natural persons that came with a record: nobody reads them here, but they can be deleted. */
@ApiTags('records')
@Controller('records/:id/personal-details')
export class PersonalDetailsController {
  constructor(private readonly orders: PersonalOrders) {}

  @Post('deletion')
  @Allow({ roles: ['administrator'] })
  @Idempotent()
  @ApiOperation({
    summary: 'Delete the personal details of a record on order, before their retention is over 依令删除个人信息',
    description: 'The record, its digest and its history stay; the deletion is announced with its document.',
  })
  @ApiCreatedResponse({ type: PersonalPlaceDto })
  async delete(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { document, reason }: DeletionOrderDto,
    @CurrentActor() { subject }: Actor,
  ): Promise<PersonalPlaceDto> {
    return personalPlaceDto(await this.orders.delete(id, { document, reason, by: subject }));
  }
}

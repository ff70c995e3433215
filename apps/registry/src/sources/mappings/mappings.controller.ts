import { Body, Controller, Get, HttpStatus, Param, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, etag, IfMatchOrNone } from '@chengxin/platform';
import type { FastifyReply } from 'fastify';
import { SourceItemPath, SourcePath } from '../dto/source.path.js';
import { SOURCE_READERS } from '../reach.js';
import { KeptMappingDto, keptMappingDto, MappingDto, mappingDto, MappingsDto } from './dto/mapping.dto.js';
import { MappingQuery } from './dto/mapping.query.js';
import { PutMappingDto } from './dto/put-mapping.dto.js';
import { MappingsService } from './mappings.service.js';

const SENDERS = ['department-client', 'determining-officer', 'administrator'] as const;
const ETAG = { headers: { ETag: { schema: { type: 'string' } } } } as const;

/** How the files of a source are read that do not carry the official header. */
@ApiTags('sources')
@Controller('sources/:unit/mappings')
export class MappingsController {
  constructor(private readonly mappings: MappingsService) {}

  /** The newest mapping of each item of the own unit; the centre reads those of every unit. */
  @Get()
  @Allow({ roles: SOURCE_READERS })
  @ApiOkResponse({ type: MappingsDto })
  async list(@Param() { unit }: SourcePath, @CurrentActor() actor: Actor): Promise<MappingsDto> {
    return { items: (await this.mappings.list(unit, actor)).map(mappingDto) };
  }

  /** The newest mapping of the own unit on an item, or an older version. */
  @Get(':item')
  @Allow({ roles: SOURCE_READERS })
  @ApiOkResponse({ type: MappingDto, ...ETAG })
  async get(
    @Param() { unit, item }: SourceItemPath,
    @Query() { version }: MappingQuery,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MappingDto> {
    const mapping = await this.mappings.get({ unit, item, actor }, version);
    void reply.header('etag', etag(mapping.version));
    return mappingDto(mapping);
  }

  /** Keeps a mapping of the own unit once its sample reads without a fault: 201 the first, 200 a further version; 422 with every fault. */
  @Put(':item')
  @Allow({ roles: SENDERS })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the mapping that it succeeds.' })
  @ApiHeader({ name: 'If-None-Match', required: false, schema: { enum: ['*'] }, description: '`*` for the first mapping of the item.' })
  @ApiOkResponse({ type: KeptMappingDto, ...ETAG })
  @ApiCreatedResponse({ type: KeptMappingDto, ...ETAG })
  async put(
    @Param() { unit, item }: SourceItemPath,
    @Body() form: PutMappingDto,
    @IfMatchOrNone() basedOn: number,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptMappingDto> {
    const kept = await this.mappings.keep({ unit, item, actor }, form, basedOn);
    void reply.status(basedOn === 0 ? HttpStatus.CREATED : HttpStatus.OK).header('etag', etag(kept.mapping.version));
    return keptMappingDto(kept);
  }
}

import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Allow, CurrentActor, CurrentLook, etag, Idempotent, IfMatch, type Look, NotPublic } from '@chengxin/platform';
import type { FastifyReply } from 'fastify';
import { CorrectionDto, FulfilmentDto, TakeBackDto } from './dto/facts.dto.js';
import { RecordDto, RecordReceiptDto } from './dto/record.dto.js';
import { SubmitRecordDto } from './dto/submit-record.dto.js';
import type { RecordRow } from './record.row.js';
import { RecordLooks } from './record-looks.js';
import { RecordReading } from './record-reading.js';
import { RecordsService } from './records.service.js';
import { SubmissionService } from './submission.service.js';

const UNITS = ['department-client', 'determining-officer', 'administrator'] as const;
const DETERMINING = ['department-client', 'determining-officer'] as const;
const BasedOn = () => ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the record it is based on.' });

/** Records one by one, and the facts that their determining units state about them. */
@ApiTags('records')
@Controller('records')
export class RecordsController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly records: RecordsService,
    private readonly reading: RecordReading,
    private readonly looks: RecordLooks,
  ) {}

  /** Takes one record in, with the checks of a file: 201 when it is new, 200 when it is known; 422 with every fault at once. */
  @Post()
  @Allow({ roles: UNITS })
  @Idempotent()
  @ApiCreatedResponse({ type: RecordReceiptDto })
  @ApiOkResponse({ type: RecordReceiptDto, description: 'Known already: unchanged, or corrected.' })
  async submit(@Body() form: SubmitRecordDto, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const { outcome, warnings, unknownFields, recordId } = await this.submissions.submit(form, actor);
    void reply.status(outcome === 'accepted' ? HttpStatus.CREATED : HttpStatus.OK);
    if (recordId === undefined) return { outcome, warnings, unknownFields };
    const record = await this.answer(await this.records.find(recordId), actor, reply);
    return { outcome, warnings, unknownFields, record };
  }

  /** A record of the own unit, as the one that determined or sent it; an administrator looks at any, for a purpose. */
  @Get(':id')
  @Allow({ roles: UNITS })
  @NotPublic('own')
  @ApiOkResponse({ type: RecordDto })
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentLook() look: Look, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(await this.looks.get(id, look), look.actor, reply);
  }

  /** The duties of a record are met; its determining unit says so, once. */
  @Post(':id/fulfilment')
  @Allow({ roles: DETERMINING })
  @Idempotent()
  @ApiCreatedResponse({ type: RecordDto })
  async fulfil(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() fulfilment: FulfilmentDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.records.fulfil({ id, actor }, fulfilment), actor, reply);
  }

  /** Corrects fields of a record as a fact of its own; what was said before stays known as said then. */
  @Post(':id/correction')
  @HttpCode(201)
  @Allow({ roles: DETERMINING })
  @Idempotent()
  @BasedOn()
  @ApiCreatedResponse({ type: RecordDto })
  async correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() correction: CorrectionDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.submissions.correct({ id, actor, version }, correction), actor, reply);
  }

  /** The source takes back a record that it should not have sent. */
  @Post(':id/withdrawal')
  @Allow({ roles: DETERMINING })
  @Idempotent()
  @BasedOn()
  @ApiCreatedResponse({ type: RecordDto })
  async withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: TakeBackDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.records.takeBack({ id, actor, version }, 'withdraw', form), actor, reply);
  }

  /** The decision behind a record was changed, revoked or found unlawful. */
  @Post(':id/annulment')
  @Allow({ roles: DETERMINING })
  @Idempotent()
  @BasedOn()
  @ApiCreatedResponse({ type: RecordDto })
  async annul(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: TakeBackDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.records.takeBack({ id, actor, version }, 'annul', form), actor, reply);
  }

  private async answer(row: RecordRow, actor: Actor, reply: FastifyReply): Promise<RecordDto> {
    void reply.header('etag', etag(row.version)).header('location', `/api/v1/records/${row.id}`);
    return this.reading.of(row, actor);
  }
}

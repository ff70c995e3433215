import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import {
  type Actor,
  Allow,
  CurrentActor,
  decodeCursor,
  encodeCursor,
  faultsOf,
  Idempotent,
  InvalidRequest,
  PageQuery,
} from '@chengxin/platform';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { FileStore } from '../uploads/file-store.js';
import { receiveUpload } from '../uploads/upload.js';
import type { BatchRow } from './batch.row.js';
import { BatchesRepository } from './batches.repository.js';
import { BatchesService } from './batches.service.js';
import { BatchDto, batchDto } from './dto/batch.dto.js';
import { rejectionLines, RejectionsPageDto } from './dto/rejection.dto.js';
import { ReportDto } from './dto/report.dto.js';
import { SubmitBatchDto } from './dto/submit-batch.dto.js';
import { REJECTION_TYPES, RejectionsService } from './rejections.service.js';
import { ReportsService } from './reports.service.js';

const SENDERS = ['department-client', 'determining-officer', 'administrator'] as const;
const WARNINGS_SHOWN = 50;

/** Files of departments and their receipts. */
@ApiTags('batches')
@Controller()
export class BatchesController {
  constructor(
    private readonly service: BatchesService,
    private readonly reports: ReportsService,
    private readonly refused: RejectionsService,
    private readonly batches: BatchesRepository,
    private readonly files: FileStore,
  ) {}

  /** Takes a file of the own unit (CSV in UTF-8 or GB18030, XLSX, or JSON lines, by its content; at most 1 GB); answers with the job that reads it. */
  @Post('batches')
  @HttpCode(202)
  @Allow({ roles: SENDERS })
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiExtraModels(SubmitBatchDto)
  @ApiBody({
    schema: {
      allOf: [
        { $ref: getSchemaPath(SubmitBatchDto) },
        { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
      ],
    },
  })
  @ApiAcceptedResponse({ type: BatchDto })
  async submit(@Req() request: FastifyRequest, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const upload = await receiveUpload(request, this.files);
    try {
      const form = await formOf(upload.fields);
      return await this.answer(await this.service.submit(upload, form, actor), actor, reply);
    } catch (fault) {
      if (fault instanceof InvalidRequest) await this.files.remove(upload.id);
      throw fault;
    }
  }

  /** A unit's word that there is nothing new on an item up to a day. */
  @Post('reports')
  @Allow({ roles: SENDERS })
  @Idempotent()
  @ApiCreatedResponse({ type: BatchDto })
  async report(@Body() { item, ...form }: ReportDto, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(await this.reports.reportNothingNew({ ...form, kind: item }, actor), actor, reply);
  }

  /** How far a batch of the own unit has come, and its receipt. */
  @Get('batches/:id')
  @Allow({ roles: SENDERS })
  @ApiOkResponse({ type: BatchDto })
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<BatchDto> {
    return this.dto(await this.service.get(id, actor));
  }

  /** The refused rows of a batch: one item for each reason, or, where `Accept` names CSV, XLSX or JSON lines, the sender's own rows with the reasons added. */
  @Get('batches/:id/rejections')
  @Allow({ roles: SENDERS })
  @ApiProduces('application/json', ...REJECTION_TYPES)
  @ApiOkResponse({ type: RejectionsPageDto })
  async rejections(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { limit, after }: PageQuery,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RejectionsPageDto | Readable> {
    const batch = await this.service.get(id, actor);
    const file = this.refused.fileOf(batch, accept);
    if (file) {
      void reply.header('content-type', file.type);
      void reply.header('content-disposition', `attachment; filename="rejections-${batch.id}.${file.ending}"`);
      return file.content;
    }
    const from = after === undefined ? 0 : decodeCursor<number>(after, (value): value is number => Number.isSafeInteger(value));
    const rows = await this.batches.rejections(batch.id, from, limit);
    const last = rows.at(-1);
    return { items: rows.flatMap(rejectionLines), ...(last && rows.length === limit && { next: encodeCursor(last.row) }) };
  }

  private async answer(id: string, actor: Actor, reply: FastifyReply): Promise<BatchDto> {
    void reply.header('location', `/api/v1/batches/${id}`);
    return this.dto(await this.service.get(id, actor));
  }

  private async dto(batch: BatchRow): Promise<BatchDto> {
    return batchDto(batch, batch.warned > 0 ? await this.batches.warned(batch.id, WARNINGS_SHOWN) : []);
  }
}

/** The fields of a form in their shape; throws 400 with a pointer for each fault. */
async function formOf(fields: Record<string, string>): Promise<SubmitBatchDto> {
  const form = plainToInstance(SubmitBatchDto, fields);
  const errors = await validate(form, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new InvalidRequest(faultsOf(errors, 'body'));
  return form;
}

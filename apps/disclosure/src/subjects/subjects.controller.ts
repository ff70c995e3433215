import { hash } from 'node:crypto';
import { parseCreditCode } from '@chengxin/kernel';
import { accepted, AllowPublic, ApiMoment } from '@chengxin/platform';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { REFUSALS } from '../refusals.js';
import { type CreditFile, CreditFileService } from './credit-file.service.js';
import { CreditFileView } from './dto/credit-file.view.js';
import { SearchQuery } from './dto/search.query.js';
import { SearchPage } from './dto/search.view.js';
import { PastFileService } from './past-file.service.js';
import { SearchService } from './search.service.js';

const DIGEST_CHARACTERS = 22;

type Reply = { header(name: string, value: string): unknown };

/** Credit subjects and their public credit files. */
@ApiTags('subjects')
@Controller('subjects')
export class SubjectsController {
  constructor(
    private readonly search: SearchService,
    private readonly files: CreditFileService,
    private readonly pastFiles: PastFileService,
  ) {}

  @Get()
  @AllowPublic()
  @Header('cache-control', 'public, no-cache')
  @ApiOperation({ summary: 'Find enterprises by code, name or former name 查询信用主体' })
  @ApiOkResponse({ type: SearchPage })
  find(@Query() { q, limit, after }: SearchQuery): Promise<SearchPage> {
    return this.search.find({ q, limit, after });
  }

  @Get(':code')
  @AllowPublic()
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, no-cache')
  @ApiOperation({
    summary: 'The public credit file of an enterprise 信用档案',
    description: 'Of a past moment the facts of then, as far as they are published today.',
  })
  @ApiParam({ name: 'code', description: 'Unified social credit code', schema: { type: 'string' } })
  @ApiMoment()
  @ApiOkResponse({ type: CreditFileView, headers: { ETag: { schema: { type: 'string' } } } })
  async file(
    @Param('code') code: string,
    @Query('effectiveAt') effectiveAt: string | undefined,
    @Query('knownAt') knownAt: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Buffer> {
    const creditCode = accepted(parseCreditCode(code), REFUSALS);
    const file = (await this.pastFiles.find(creditCode, { effectiveAt, knownAt })) ?? (await this.files.get(creditCode));
    const { body, tag } = answerOf(file);
    reply.header('etag', tag);
    return body;
  }
}

/**
 * The file with its age as the last members, encoded once for digest and answer. The same file a moment later has the same tag: it says
 * what is in the file, not how new the file is.
 */
function answerOf({ members, age }: CreditFile): { body: Buffer; tag: string } {
  const end = JSON.stringify(age).replace('{', ',');
  const body = Buffer.from(`{${members}${end}`);
  const digest = hash('sha256', body.subarray(0, body.length - Buffer.byteLength(end)), 'base64url').slice(0, DIGEST_CHARACTERS);
  return { body, tag: `W/"${digest}${age.behind ? '.behind' : ''}"` };
}

import { Looks, ofMoment, type Seen, Watermarks } from '@chengxin/messaging';
import { Allow, ApiMoment, CreditCodePipe, CurrentLook, etag, type Look, NotPublic, problem } from '@chengxin/platform';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { REFUSALS } from '../refusals.js';
import { RatingDto, ratingDto } from './dto/rating.dto.js';
import { PastRatingsService } from './past-ratings.service.js';
import { type RatingRow } from './rating.row.js';
import { RatingsRepository } from './ratings.repository.js';

/** What a controller needs of a reply. */
type Reply = { header(name: string, value: string): unknown };

/** The rating of an enterprise, for itself and for the authorities; the public is not shown a grade. */
@ApiTags('rating')
@Controller('subjects/:code/rating')
export class RatingsController {
  constructor(
    private readonly ratings: RatingsRepository,
    private readonly pastRatings: PastRatingsService,
    private readonly watermarks: Watermarks,
    private readonly looks: Looks,
  ) {}

  @Allow({
    roles: ['enterprise-agent', 'regulator', 'centre-reviewer', 'centre-supervisor', 'checking-officer', 'auditor'],
    enterprise: 'code',
  })
  @NotPublic('nothing')
  @Get()
  @ApiParam({ name: 'code', description: 'unified social credit code' })
  @ApiMoment()
  @ApiOkResponse({ type: RatingDto, headers: { ETag: { schema: { type: 'string' } } } })
  async show(
    @Param('code', CreditCodePipe) creditCode: string,
    @Query('effectiveAt') effectiveAt: string | undefined,
    @Query('knownAt') knownAt: string | undefined,
    @CurrentLook() look: Look,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<RatingDto> {
    const past = await this.pastRatings.find(creditCode, { effectiveAt, knownAt }, look.readerOf(creditCode));
    const rating = past?.rating ?? (await this.ratings.find(creditCode));
    if (!rating) throw problem('rating.not-rated', { creditCode }, REFUSALS);
    const { asOf, behind, parked } = this.watermarks.asOf(['registry']);
    await this.looks.record(look, { ...seenOf(rating), ...ofMoment(past?.moment) });
    if (!past) reply.header('etag', etag(rating.position));
    return { ...ratingDto(rating, { asOf, behind: behind || parked(creditCode) }), ...(past && { moment: past.moment }) };
  }
}

/** The rating with its place in the history, and the records that its reasons name. */
function seenOf({ creditCode, position, contributions }: RatingRow): Seen {
  const records = [...new Set(contributions.flatMap(({ recordIds }) => recordIds))].map((id) => ({ kind: 'record', id }));
  return { creditCode, what: 'rating', shown: [{ kind: 'rating', id: creditCode, version: position }, ...records] };
}

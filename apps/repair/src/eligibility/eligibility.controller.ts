import { parseCreditCode } from '@chengxin/kernel';
import { Looks, type Seen } from '@chengxin/messaging';
import { Allow, CurrentLook, type Look, NotPublic, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EligibilityService } from './eligibility.service.js';
import { EligibilityView } from './eligibility.view.js';

/** What an enterprise can repair and when, before it hands in anything. */
@ApiTags('repair')
@Controller('subjects')
export class EligibilityController {
  constructor(
    private readonly eligibility: EligibilityService,
    private readonly looks: Looks,
  ) {}

  @Get(':code/repair-eligibility')
  @Allow({ roles: ['enterprise-agent', 'centre-reviewer', 'centre-supervisor', 'determining-officer', 'regulator'], enterprise: 'code' })
  @NotPublic('nothing')
  @ApiOperation({ summary: 'For each record of an enterprise: can it be repaired, when, and what is still missing 可修复情况' })
  @ApiOkResponse({ type: EligibilityView })
  async of(@Param('code') code: string, @CurrentLook() look: Look): Promise<EligibilityView> {
    const parsed = parseCreditCode(code);
    const answer = parsed.ok ? await this.eligibility.of(parsed.value, look) : undefined;
    if (!answer) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    await this.looks.record(look, seenOf(answer));
    return answer;
  }
}

const seenOf = ({ creditCode, records }: EligibilityView): Seen => ({
  creditCode,
  what: 'repair-eligibility',
  shown: records.map(({ recordId, version }) => ({ kind: 'record', id: recordId, version })),
});

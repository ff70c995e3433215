import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const DATE = { description: 'A business date in Asia/Shanghai', example: '2026-07-21' };

/** A stop of an advance: a moment at which something fell due, and how long the services needed to come to rest there. */
export class StopDto {
  @ApiProperty(DATE) on!: string;
  @ApiProperty({ format: 'date-time', description: 'Business time' }) at!: string;
  @ApiProperty({ type: 'integer' }) waitedMs!: number;
}

/** A move of business time, under way or ended. */
export class AdvanceDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['running', 'done', 'failed'] }) status!: 'running' | 'done' | 'failed';
  @ApiProperty(DATE) from!: string;
  @ApiProperty(DATE) to!: string;
  @ApiProperty({ ...DATE, description: 'The business date reached so far' }) reached!: string;
  @ApiProperty({ type: [StopDto] }) stops!: StopDto[];
  @ApiProperty({ description: "The subject of the operator's token" }) by!: string;
  @ApiProperty({ format: 'date-time', description: 'Machine time' }) startedAt!: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Machine time' }) endedAt?: string;
  @ApiPropertyOptional({ description: 'Why it failed' }) reason?: string;
}

/** Business time as the gateway knows it. */
export class ClockDto {
  @ApiProperty(DATE) today!: string;
  @ApiProperty({ format: 'date-time', description: 'Business time' }) now!: string;
  @ApiProperty({ format: 'date-time' }) machineNow!: string;
  @ApiProperty({ type: 'integer', description: 'Business time is machine time plus this' }) offsetSeconds!: number;
  @ApiProperty({ description: 'Whether it may be moved here' }) demonstration!: boolean;
  @ApiPropertyOptional({ type: AdvanceDto, description: 'The newest advance' }) advance?: AdvanceDto;
}

import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

/** The path of one case. */
export class CasePath {
  @ApiProperty({ type: 'string', format: 'uuid' }) @IsUUID() id!: string;
}

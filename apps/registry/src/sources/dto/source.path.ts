import { ApiProperty } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';

/** The path to a source. */
export class SourcePath {
  @ApiProperty({ description: 'Credit code of the unit.' })
  @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
  unit!: string;
}

/** The path to what a source has on one catalogue item. */
export class SourceItemPath extends SourcePath {
  @ApiProperty({ description: 'The catalogue item.' })
  @MaxLength(64)
  item!: string;
}

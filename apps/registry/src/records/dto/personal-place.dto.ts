import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { placeText } from '@chengxin/registry';
import type { StandingPlace } from '../personal-details.repository.js';

class PlaceTextDto {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

/** What stands in the place of identity papers that came with a record; the papers themselves are given to nobody. */
export class PersonalPlaceDto {
  @ApiProperty({ description: 'The keyed digest (HMAC-SHA-256) of what came; it outlasts the deletion.' }) digest!: string;
  @ApiPropertyOptional({ format: 'date', description: 'The last day on which they are kept.' }) keptUntil?: string;
  @ApiPropertyOptional({ format: 'date' }) deletedOn?: string;
  @ApiPropertyOptional({ description: 'The entry of the law, or the document, under which they were deleted.' }) under?: string;
  @ApiProperty({ type: PlaceTextDto }) text!: PlaceTextDto;
}

/** A place as it is answered. */
export const personalPlaceDto = ({ digest, place }: StandingPlace): PersonalPlaceDto => ({ digest, ...place, text: placeText(place) });

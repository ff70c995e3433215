import { parseLocalDate } from '@chengxin/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, ValidateBy, ValidateIf } from 'class-validator';

const REAL_DAY = { zh: '必须是日期 YYYY-MM-DD', en: 'must be a date YYYY-MM-DD' };
const NOT_BLANK = { context: { zh: '不能为空', en: 'must not be blank' } };

/** The field may be left out; null is no way of leaving it out. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A real calendar day, `YYYY-MM-DD`. */
export function IsDay(): PropertyDecorator {
  const isDay = (value: unknown) => typeof value === 'string' && parseLocalDate(value) !== undefined;
  return ValidateBy({ name: 'isDay', validator: { validate: isDay, defaultMessage: () => REAL_DAY.en } }, { context: REAL_DAY });
}

/** The rule of a text that says something, of at most so many characters. */
export const IsText = (longest: number): PropertyDecorator => applyDecorators(IsString(), Matches(/\S/, NOT_BLANK), MaxLength(longest));

/** A text that is needed and says something, of at most so many characters. */
export function Text(longest: number, description: string): PropertyDecorator {
  const api = ApiProperty({ type: 'string', minLength: 1, maxLength: longest, description });
  return applyDecorators(api, IsText(longest));
}

/** A text that may be left out. */
export function OptionalText(longest: number, description: string): PropertyDecorator {
  const api = ApiPropertyOptional({ type: 'string', maxLength: longest, description });
  return applyDecorators(api, MayBeAbsent(), IsString(), MaxLength(longest));
}

/** A day that is needed. */
export function Day(description: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: 'string', format: 'date', description }), IsDay());
}

/** A day that may be left out. */
export function OptionalDay(description: string): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ type: 'string', format: 'date', description }), MayBeAbsent(), IsDay());
}

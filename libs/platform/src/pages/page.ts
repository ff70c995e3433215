import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { InvalidRequest } from '../problems/invalid-request.js';

const BAD_CURSOR = {
  in: 'query',
  pointer: '/after',
  rule: 'cursor',
  zh: '不是本系统给出的游标',
  en: 'is not a cursor of this system',
} as const;

/** The query of a list: how many, after which cursor. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @Transform(({ value }) => (typeof value === 'string' ? Number(value) : value))
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ type: 'string', description: 'The `next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  after?: string;
}

/** One page of a list; `next` is the cursor of the page behind it, absent on the last. */
export interface Page<T> {
  items: T[];
  next?: string;
}

/** An opaque cursor that holds a JSON value. */
export const encodeCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The value in a cursor of ours, of which `isSound` says whether it has the right form. Throws 400 for any other text.
 */
export function decodeCursor<T>(text: string, isSound: (value: unknown) => value is T = (value): value is T => value !== null): T {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (isSound(value)) return value;
  } catch {
    // an unreadable cursor is answered below, like one of the wrong form
  }
  throw new InvalidRequest([BAD_CURSOR]);
}

import { IsArray, IsInt, Matches, Min, ValidateBy, ValidateIf, type ValidationOptions } from 'class-validator';
import { allOf } from './all-of.js';

/** A decorator of a property that can also be put on each entry of a list. */
export type PropertyRule = (options?: ValidationOptions) => PropertyDecorator;

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
const OFFSET = /^\d+$/;

/** A business date `YYYY-MM-DD` in Asia/Shanghai; whether the month has that day is checked at intake. */
export const IsLocalDate: PropertyRule = (options) => Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, options);

/** An instant in UTC, ISO 8601 with a `Z`, with up to nine digits of a second. */
export const IsInstant: PropertyRule = (options) => Matches(INSTANT, options);

/** The form of a unified social credit code (GB 32100-2015, 18 characters, upper case); its check characters are verified at intake. */
export const IsCreditCode: PropertyRule = (options) => Matches(/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/, options);

/** An identifier: a UUID in lower case. */
export const IsIdentifier: PropertyRule = (options) =>
  Matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, options);

/** A code of one of our own lists that may grow without a new version: lower case words with hyphens. */
export const IsCode: PropertyRule = (options) => Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, options);

/** A SHA-256 digest in lower-case hexadecimal. */
export const IsDigest: PropertyRule = (options) => Matches(/^[0-9a-f]{64}$/, options);

/** A text that says something: at least one character that is not white space. */
export const IsText: PropertyRule = (options) => Matches(/\S/, options);

/** An integer from `minimum` on. The order matters to the schema: the type of the last decorator stands. */
export const IsCount = (minimum = 0): PropertyDecorator => allOf(Min(minimum), IsInt());

/** The property may be left out; `null` is no way of leaving it out. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A list whose entries each obey `rule`. */
export const IsListOf = (rule: PropertyRule): PropertyDecorator => allOf(IsArray(), rule({ each: true }));

type Check = (value: unknown) => boolean;

const isRecordOf =
  (check: Check): Check =>
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check);
const isText: Check = (value) => typeof value === 'string';
const isInstant: Check = (value) => typeof value === 'string' && INSTANT.test(value);
const isOffset: Check = (value) => typeof value === 'string' && OFFSET.test(value);

const recordRule = (name: string, check: Check) => (): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: isRecordOf(check), defaultMessage: () => `$property must be a record (${name})` } });

/** Names to texts. */
export const IsTextRecord = recordRule('isTextRecord', isText);
/** Names to instants. */
export const IsInstantRecord = recordRule('isInstantRecord', isInstant);
/** Names of topics to lists of texts. */
export const IsTextListRecord = recordRule('isTextListRecord', (value) => Array.isArray(value) && value.every(isText));
/** Names of topics to records of partition and offset. */
export const IsOffsetsRecord = recordRule('isOffsetsRecord', isRecordOf(isOffset));

const recordOf = <const T extends object>(of: T) => ({ type: 'object' as const, additionalProperties: of });

/** The JSON Schema twins of the validators above that are not made of stock ones, by validator name. */
export const TWINS = {
  isTextRecord: recordOf({ type: 'string' }),
  isInstantRecord: recordOf({ type: 'string', pattern: INSTANT.source }),
  isTextListRecord: recordOf({ type: 'array', items: { type: 'string' } }),
  isOffsetsRecord: recordOf(recordOf({ type: 'string', pattern: OFFSET.source })),
};

import { IsIn } from 'class-validator';
import { IsDigest, IsIdentifier, IsListOf, IsLocalDate, IsText, IsTextRecord, MayBeAbsent } from './decorators.js';
import { HasOne } from './nested.js';
import { Publicity } from './publicity.js';
import { RecordFact } from './record-fact.js';
import { Unit } from './unit.js';

/** The classes of a penalty, from the lightest. */
export const PENALTY_CLASSES = ['minor', 'general', 'serious'] as const;
/** Minor (轻微), general (一般) or serious (严重). */
export type PenaltyClass = (typeof PENALTY_CLASSES)[number];

/** Whether a record speaks for or against its subject. */
export const POLARITIES = ['adverse', 'neutral', 'favourable'] as const;
/** Adverse, neutral or favourable. */
export type Polarity = (typeof POLARITIES)[number];

/** To whom a record may go: the openness of its catalogue item, or less where the record says so itself. */
export const OPENNESSES = ['public', 'shared', 'authorised', 'own-unit', 'internal'] as const;
/** Public (公开), shared (共享), with the subject's consent (授权), the source unit's own, or the platform's own. */
export type RecordOpenness = (typeof OPENNESSES)[number];

/** What is known of the duties a record states. */
export const FULFILMENTS = ['unknown', 'met'] as const;
/** Unknown until the determining unit says met; never met by silence. */
export type Fulfilment = (typeof FULFILMENTS)[number];

/** A record, whole: what it says, how it was classified, and when it is shown, shared and counted. */
export class RecordState extends RecordFact {
  /** The catalogue entry it was collected under. */
  @IsText() itemEntry!: string;
  @IsIn(POLARITIES) polarity!: Polarity;
  @IsIn(OPENNESSES) openness!: RecordOpenness;
  @IsText() documentNumber!: string;
  @IsLocalDate() decidedOn!: string;
  /** The determining unit (认定单位). */
  @HasOne(() => Unit) authority!: Unit;
  @HasOne(() => Unit) sourceUnit!: Unit;
  /** The item's fields by English name; personal ones left out, identity and telephone numbers in free text masked. */
  @IsTextRecord() fields!: Record<string, string>;
  /** The class under the regime of the decision date. */
  @MayBeAbsent() @IsIn(PENALTY_CLASSES) class?: PenaltyClass;
  /** The class under the rules of 2026, for ratings and checks. */
  @MayBeAbsent() @IsIn(PENALTY_CLASSES) ratingClass?: PenaltyClass;
  @MayBeAbsent() @IsText() classEntry?: string;
  @MayBeAbsent() @IsText() procedure?: string;
  @MayBeAbsent() @IsText() sector?: string;
  /** What had to be assumed: `procedure`, `sector`, or the name of an entry. */
  @IsListOf(IsText) assumed!: string[];
  @HasOne(() => Publicity) publicity!: Publicity;
  @IsIn(FULFILMENTS) fulfilment!: Fulfilment;
  @MayBeAbsent() @IsLocalDate() fulfilledOn?: string;
  /** From when what it states is true. */
  @IsLocalDate() effectiveFrom!: string;
  @IsLocalDate() collectedOn!: string;
  @MayBeAbsent() @IsIdentifier() batchId?: string;
  /** The digest of the law in force when it was decided on. */
  @IsDigest() lawDigest!: string;
}

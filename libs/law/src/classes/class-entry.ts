import { type Entry } from '../entry.js';
import { type RecordClass, type Regime } from '../publicity/publicity-entry.js';
import { type Sector } from '../sectors/sector.js';

/** How a penalty was decided: 简易程序 or 普通程序. */
export type Procedure = 'simple' | 'ordinary';

/** How large a fine is in the eyes of its sector: 较小数额, 较大数额, 巨额. */
export type FineLevel = 'small' | 'large' | 'huge';

/** The catalogue items whose records have a class. */
export type ClassedItem = 'penalty' | 'serious-dishonesty' | 'abnormal-operation';

/**
 * Gives its class to a record for which every condition named holds: one of `kinds` among the penalty kinds (`其他-` stands for
 * every kind that begins so), the procedure, the level of the fine, the sector. Where several entries hold, the highest class rules.
 */
export interface ClassEntry extends Entry {
  regime: Regime;
  class: RecordClass;
  item: ClassedItem;
  kinds?: readonly string[];
  procedure?: Procedure;
  fine?: FineLevel;
  sectors?: readonly Sector[];
}

/** What the class of a record depends on; a listing has no kinds. */
export interface ClassFacts {
  item: ClassedItem;
  kinds: readonly string[];
  procedure: Procedure;
  sector: Sector;
  fine?: FineLevel;
}

/**
 * From which amounts (yuan) on a fine is large and huge in a sector; `any` is for sectors without an entry of their own.
 * A bound that is not set separates nothing: with neither, every fine is large.
 */
export interface FineThresholdEntry extends Entry {
  sector: Sector | 'any';
  largeFrom?: number;
  hugeFrom?: number;
}

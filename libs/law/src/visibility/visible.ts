import { type LocalDate } from '@chengxin/kernel';
import { type CatalogueField, type CatalogueItem, type Openness } from '../catalogue/item.js';
import { narrowest } from '../catalogue/openness.js';
import { inForce } from '../entry.js';
import { REACH, type Standing } from './reach.js';
import { type Reader } from './reader.js';

/** How one field is handed over: as it is, masked by its [keep-left, keep-right], or not at all. */
export type FieldVisibility = 'full' | 'masked' | 'hidden';

/** Whether a reader may see records of an item, and how each of the item's fields. */
export type Visibility = { record: boolean; fields: Record<string, FieldVisibility> };

/**
 * What a reader may see of an item on a day: used by every route, feed and stream alike, so that all give the same set.
 * Fields beyond the reader's reach are masked where the catalogue has a mask and hidden otherwise; identity papers of
 * natural persons are hidden from everybody. Without an entry in force on that day nothing is visible. `openness` is how far
 * one record goes by itself, where it is known: it narrows what the item allows and never widens it.
 */
export function visible(reader: Reader, item: CatalogueItem, on: LocalDate, openness: Openness = item.openness): Visibility {
  const reached = reachOf(reader, on);
  const record = reached.includes(narrowest(item.openness, openness));
  const fields = item.fields.map((field) => [field.name, record ? fieldVisibility(field, reached) : 'hidden'] as const);
  return { record, fields: Object.fromEntries(fields) };
}

/** Leaves of a record's values (field name to text) what `visibility` grants, masked where it says so; an unknown field is dropped. */
export function applyVisibility(
  fields: Readonly<Record<string, string>>,
  visibility: Visibility,
  item: CatalogueItem,
): Record<string, string> {
  const granted: Record<string, string> = {};
  for (const field of item.fields) {
    const value = fields[field.name];
    const how = visibility.record ? visibility.fields[field.name] : 'hidden';
    if (value === undefined || how === undefined || how === 'hidden') continue;
    granted[field.name] = how === 'full' ? value : masked(value, field.mask ?? [0, 0]);
  }
  return granted;
}

/**
 * The reader who states no purpose: is given what anyone is given, and what is its own, the enterprise of itself and the unit of what
 * it supplied (公开公示 alone asks for no purpose; 政务共享 and 授权查询 are bound to one).
 */
export const withoutPurpose = (reader: Reader): Reader => ({ ...reader, purposeless: true });

function reachOf(reader: Reader, on: LocalDate): readonly Openness[] {
  const entry = REACH.find((candidate) => inForce(candidate, on));
  return entry ? entry.reach[standingOf(reader)] : [];
}

function standingOf({ role, unit, enterprises, subject, sourceUnit, purposeless }: Reader): Standing {
  if (role === 'enterprise-agent') return subject !== undefined && enterprises.includes(subject) ? 'own-enterprise' : role;
  const ofUnit = role === 'determining-officer' || role === 'checking-officer' || role === 'department-client';
  if (ofUnit && unit !== undefined && unit === sourceUnit) return 'source-unit';
  return purposeless ? 'public' : role;
}

function fieldVisibility(field: CatalogueField, reached: readonly Openness[]): FieldVisibility {
  if (field.personal || field.openness === 'internal') return 'hidden';
  if (reached.includes(field.openness)) return 'full';
  return field.mask ? 'masked' : 'hidden';
}

/** Too short a value keeps nothing: what would be left open on both sides would be all of it. */
function masked(value: string, [left, right]: readonly [number, number]): string {
  const characters = [...value];
  const covered = characters.length - left - right;
  if (covered <= 0) return '*'.repeat(characters.length);
  return characters.slice(0, left).join('') + '*'.repeat(covered) + characters.slice(left + covered).join('');
}

import { readFileSync } from 'node:fs';
import { localDate } from '@chengxin/kernel';
import { type RatedRecord, type RatingModel, SHIPPED_MODELS } from '../src/index.js';

/** The shipped comprehensive evaluation of 2026. */
export function comprehensive(): RatingModel {
  const [file] = SHIPPED_MODELS;
  if (!file) throw new Error('no model is shipped');
  return JSON.parse(readFileSync(file, 'utf8')) as RatingModel;
}

/** A general penalty that counts through 2027-04-20; `changes` replace what a spec is about. */
export const aRatedRecord = (changes: Partial<RatedRecord> = {}): RatedRecord => ({
  recordId: '0196bd3c-5a00-7000-8000-000000000001',
  item: 'penalty',
  class: 'general',
  until: localDate('2027-04-20'),
  ...changes,
});

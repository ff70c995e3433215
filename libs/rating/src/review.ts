import { canonicalJson } from '@chengxin/kernel';
import type { Rating } from './rate.js';

/** A grade with its score. */
export interface Stand {
  grade: string;
  score: number;
}

/** Whether a new rating has another grade or score than the last one, or is the first. */
export const moved = (before: Stand | undefined, after: Stand): boolean => before?.grade !== after.grade || before.score !== after.score;

type Reasons = Pick<Rating, 'model' | 'grade' | 'score' | 'contributions'>;

const reasonsOf = ({ model, grade, score, contributions }: Reasons): string =>
  canonicalJson({ id: model.id, version: model.version, grade, score, contributions });

/** Whether a new rating says anything else than the last one: grade, score, reasons or model. */
export const differs = (before: Reasons | undefined, after: Reasons): boolean => !before || reasonsOf(before) !== reasonsOf(after);

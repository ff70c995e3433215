import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReviewRow } from './review.row.js';

/** One half of a review, or both. */
export type Half = Pick<ReviewRow, 'caseId' | 'creditCode'> &
  Partial<Pick<ReviewRow, 'recordId' | 'repairedEventId' | 'moves' | 'ratingEventId'>>;

const ADD = `
  insert into reviews as r (case_id, credit_code, record_id, repaired_event_id, moves, rating_event_id)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (case_id) do update
    set record_id = coalesce(r.record_id, excluded.record_id), moves = coalesce(r.moves, excluded.moves),
        repaired_event_id = coalesce(r.repaired_event_id, excluded.repaired_event_id),
        rating_event_id = coalesce(r.rating_event_id, excluded.rating_event_id)`;

/** The reviews and their halves. */
@Injectable()
export class ReviewsRepository {
  /** Adds a half to the review of its case; one that is there already stays. */
  async add(tx: Transaction, half: Half): Promise<void> {
    const { caseId, creditCode, recordId, repairedEventId, moves, ratingEventId } = half;
    const held = moves ? JSON.stringify(moves) : null;
    await tx.query(ADD, [caseId, creditCode, recordId ?? null, repairedEventId ?? null, held, ratingEventId ?? null]);
  }

  /** The reviews of these cases. */
  ofCases(tx: Transaction, caseIds: readonly string[]): Promise<ReviewRow[]> {
    return tx.findBy(ReviewRow, { caseId: In([...caseIds]) });
  }

  /** Writes down that these reviews were announced. */
  async announced(tx: Transaction, caseIds: readonly string[], at: Date): Promise<void> {
    await tx.update(ReviewRow, { caseId: In([...caseIds]) }, { announcedAt: at });
  }
}

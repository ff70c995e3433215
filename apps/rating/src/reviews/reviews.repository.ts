import type { Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { type Finding, ReviewRow } from './review.row.js';

/** The endings that were and must be answered. */
@Injectable()
export class ReviewsRepository {
  /** Writes down that these endings must be answered. */
  async open(tx: Transaction, reviews: readonly Omit<ReviewRow, 'finding'>[]): Promise<void> {
    await tx.insert(ReviewRow, [...reviews]);
  }

  /** The endings of these enterprises that have no answer yet, in the order of their events. */
  unanswered(tx: Transaction, creditCodes: readonly string[]): Promise<ReviewRow[]> {
    return tx.find(ReviewRow, { where: { creditCode: In([...creditCodes]), finding: IsNull() }, order: { eventId: 'ASC' } });
  }

  /** Keeps the answer given to the endings of an enterprise. */
  async answered(tx: Transaction, findings: readonly { eventIds: string[]; finding: Finding }[]): Promise<void> {
    const rows = findings.flatMap(({ eventIds, finding }) => eventIds.map((event_id) => ({ event_id, finding })));
    await tx.query(
      `update reviews r set finding = f.finding
         from jsonb_to_recordset($1::jsonb) as f (event_id uuid, finding jsonb) where r.event_id = f.event_id`,
      [JSON.stringify(rows)],
    );
  }

  /** The endings that belong to these cases. */
  ofCases(tx: Transaction, caseIds: readonly string[]): Promise<ReviewRow[]> {
    return tx.find(ReviewRow, { where: { caseId: In([...caseIds]) }, order: { eventId: 'ASC' } });
  }
}

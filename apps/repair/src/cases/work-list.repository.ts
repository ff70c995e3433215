import { type LocalDate, parseLocalDate } from '@chengxin/kernel';
import { decodeCursor, encodeCursor, type Page } from '@chengxin/platform';
import { type Status } from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { CaseRow } from './case.row.js';
import { type Reach } from './reach.js';

/** Which part of the work list: how far the reader reaches, one status or all, how many, after which cursor. */
export type WorkListPart = { reach: Reach; status?: Status; limit: number; after?: string };

type Cursor = { dueOn: LocalDate | null; caseId: string };

const DUE = `coalesce(c.due_on, 'infinity')`;

/** The list of cases, those with the least time left first, those that wait for nobody last. */
@Injectable()
export class WorkListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One page. Throws 400 for a cursor that is not ours. */
  async page({ reach, status, limit, after }: WorkListPart): Promise<Page<CaseRow>> {
    const query = this.dataSource.manager.createQueryBuilder(CaseRow, 'c');
    within(query, reach);
    if (status) query.andWhere('c.status = :status', { status });
    if (after) behind(query, decodeCursor(after, isCursor));
    const rows = await query
      .orderBy(DUE)
      .addOrderBy('c.case_id')
      .limit(limit + 1)
      .getMany();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: encodeCursor({ dueOn: last.dueOn, caseId: last.caseId }) } : { items };
  }
}

function within(query: SelectQueryBuilder<CaseRow>, reach: Reach): void {
  if ('unit' in reach) query.where('c.determining_unit_code = :unit', { unit: reach.unit });
  else if ('enterprises' in reach) query.where('c.credit_code = any(:codes)', { codes: reach.enterprises });
}

function behind(query: SelectQueryBuilder<CaseRow>, { dueOn, caseId }: Cursor): void {
  query.andWhere(`(${DUE}, c.case_id) > (coalesce(:dueOn::date, 'infinity'), :caseId::uuid)`, { dueOn, caseId });
}

function isCursor(value: unknown): value is Cursor {
  if (typeof value !== 'object' || value === null || !('dueOn' in value) || !('caseId' in value)) return false;
  const { dueOn, caseId } = value;
  const isDue = dueOn === null || (typeof dueOn === 'string' && parseLocalDate(dueOn) !== undefined);
  return isDue && typeof caseId === 'string' && UUID.test(caseId);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

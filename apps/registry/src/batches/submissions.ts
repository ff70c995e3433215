import { Injectable } from '@nestjs/common';
import { accept, type LocalDate, parseLocalDate, refuse, type Result } from '@chengxin/kernel';
import type { CatalogueItem, ItemCode } from '@chengxin/law';
import { type Actor, Clock, LawInForce } from '@chengxin/platform';
import type { ReportRefusal } from '../refusals.js';

/** What a unit reports: on which item, in whose name, up to which day, received on which. */
export type Submission = { item: CatalogueItem; unit: string; asOf: LocalDate; receivedOn: LocalDate };

/** What a sender says of a report; without a unit it is the own one, without a day today. */
export type SubmissionForm = { kind: string; unit?: string; asOf?: string };

/** Who may report in whose name. */
@Injectable()
export class Submissions {
  constructor(
    private readonly law: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** The submission of a form: for the own unit only (an administrator for any), on an item in force, never of the future. */
  of({ kind, unit, asOf }: SubmissionForm, actor: Actor): Result<Submission, ReportRefusal> {
    const receivedOn = this.clock.today();
    const code = unit ?? actor.unit ?? '';
    const found = this.itemFor(kind, code, actor);
    if (!found.ok) return found;
    const item = found.value;
    const day = asOf === undefined ? undefined : parseLocalDate(asOf);
    if (asOf !== undefined && !day) return refuse({ code: 'registry.as-of-no-date', asOf });
    const refusal = refusalOf(item, day, receivedOn);
    return refusal ? refuse(refusal) : accept({ item, unit: code, asOf: day ?? receivedOn, receivedOn });
  }

  /** The item in force on which a unit reports: the own unit only, any for an administrator. */
  itemFor(kind: string, unit: string, actor: Actor): Result<CatalogueItem, ReportRefusal> {
    const item = this.law.law.item(kind as ItemCode, this.clock.today());
    if (!item) return refuse({ code: 'registry.item-unknown', item: kind });
    return mayReportFor(unit, actor) ? accept(item) : refuse({ code: 'registry.not-own-unit', unit });
  }

  /** The edition of an item that rules a report received on a day, and the business date on which its rows are read. */
  ruling(code: ItemCode, receivedOn: LocalDate): { item: CatalogueItem | undefined; today: LocalDate } {
    return { item: this.law.law.item(code, receivedOn), today: this.clock.today() };
  }
}

const mayReportFor = (unit: string, actor: Actor): boolean => unit !== '' && (actor.role === 'administrator' || unit === actor.unit);

/** A register says up to which day it speaks, and no report speaks of the future. */
function refusalOf(item: CatalogueItem, asOf: LocalDate | undefined, today: LocalDate): ReportRefusal | undefined {
  if (!asOf) return item.code === 'subject-register' ? { code: 'registry.as-of-missing', item: item.code } : undefined;
  return asOf > today ? { code: 'registry.as-of-in-future', asOf, today } : undefined;
}

import type { LocalDate } from '@chengxin/kernel';
import { type ItemCode, type Reader, visible } from '@chengxin/law';
import { Clock, LawInForce } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';

/** Who may see what is withheld by the rights of the present business day. */
@Injectable()
export class RightsOfToday {
  constructor(
    private readonly lawInForce: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** The business day whose rights these are. */
  get day(): LocalDate {
    return this.clock.today();
  }

  /** Whether a reader sees records of an item also when departments no longer share them: the enterprise itself and those who oversee. */
  seesWithheld(reader: Reader, item: ItemCode): boolean {
    const entry = this.lawInForce.law.item(item, this.day);
    return !!entry && visible(reader, { ...entry, openness: 'authorised' }, this.day).record;
  }
}

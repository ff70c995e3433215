import { Injectable } from '@nestjs/common';
import type { ItemCode } from '@chengxin/law';
import { Clock, type Transaction, uuidv7 } from '@chengxin/platform';
import type { FoundProblem } from '@chengxin/registry';
import { UnitsRepository } from '../../units/units.repository.js';
import { ProblemsRepository } from './problems.repository.js';

/** Who opens a problem when a rule does. */
const BY_RULE = 'registry';

/** Opens what rules have found to the units that it concerns. */
@Injectable()
export class FoundProblems {
  constructor(
    private readonly problems: ProblemsRepository,
    private readonly units: UnitsRepository,
    private readonly clock: Clock,
  ) {}

  /** Opens each problem that was found, unless the same is open already; the unit's lock must be held. */
  async open(tx: Transaction, unitCode: string, item: ItemCode, found: readonly FoundProblem[]): Promise<void> {
    if (found.length === 0) return;
    const unitName = await this.units.nameOf(tx, unitCode);
    const openedOn = this.clock.today();
    for (const problem of found) await this.problems.open(tx, { id: uuidv7(), unitCode, unitName, item, ...problem, openedOn }, BY_RULE);
  }
}

import { Injectable } from '@nestjs/common';
import { maskPersonalNumbers } from '@chengxin/kernel';
import type { ItemCode } from '@chengxin/law';
import {
  accepted,
  type Actor,
  Clock,
  inTransaction,
  LawInForce,
  lock,
  PLATFORM_REFUSALS,
  problem as refusal,
  requireVersion,
  type Transaction,
  uuidv7,
} from '@chengxin/platform';
import { act, type ProblemAction, type ProblemStatus } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { REFUSALS } from '../../refusals.js';
import { UnitsRepository } from '../../units/units.repository.js';
import { mayRead } from '../reach.js';
import type { OpenProblemDto } from './dto/problem-steps.dto.js';
import type { ProblemEventRow, ProblemRow } from './problem.row.js';
import { ProblemsRepository } from './problems.repository.js';

/** A problem of a unit, and who looks at it or does something about it. */
export type ProblemRef = { unit: string; id: string; actor: Actor };

/** A problem with what happened to it. */
export type ProblemHistory = { problem: ProblemRow; history: ProblemEventRow[] };

/** What a person does about a problem, in which words, based on which of its versions. */
export type Step = { action: ProblemAction; words: string; basedOn: number };

/** The problem list of sources. */
@Injectable()
export class ProblemsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly problems: ProblemsRepository,
    private readonly units: UnitsRepository,
    private readonly law: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** A problem with its history; 404 without one, also when it is not the reader's to see. */
  get(ref: ProblemRef): Promise<ProblemHistory> {
    return this.read(this.dataSource.manager, ref);
  }

  /** Problems of a unit, of one status or any; 404 where the unit is not the reader's to see. */
  async list(unit: string, actor: Actor, part: { status?: ProblemStatus; after?: string; limit: number }): Promise<ProblemRow[]> {
    if (!mayRead(unit, actor)) throw refusal('request.not-found', {}, PLATFORM_REFUSALS);
    return this.problems.part(this.dataSource.manager, { unitCode: unit, ...part });
  }

  /** Opens what a person of the centre has found to the unit. */
  open(unit: string, { item, description }: OpenProblemDto, actor: Actor): Promise<ProblemHistory> {
    const openedOn = this.clock.today();
    if (!this.law.law.item(item as ItemCode, openedOn)) throw refusal('registry.item-unknown', { item }, REFUSALS);
    const words = maskPersonalNumbers(description);
    const id = uuidv7();
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, unit);
      const about = { id, unitCode: unit, unitName: await this.units.nameOf(tx, unit), item: item as ItemCode, openedOn };
      await this.problems.open(tx, { ...about, fault: 'other', description: { zh: words, en: words }, entry: null }, actor.subject);
      return this.read(tx, { unit, id, actor });
    });
  }

  /** Does something about a problem; 409 where its status does not allow it, 412 when it has moved since. */
  step(ref: ProblemRef, { action, words, basedOn }: Step): Promise<ProblemHistory> {
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, ref.unit);
      const { problem } = await this.read(tx, ref);
      requireVersion(problem.version, basedOn);
      const status = accepted(act(problem.status, action), REFUSALS);
      const word = { status, words: maskPersonalNumbers(words), on: this.clock.today(), actor: ref.actor.subject };
      await this.problems.move(tx, problem, word);
      return this.read(tx, ref);
    });
  }

  private async read(tx: Transaction, { unit, id, actor }: ProblemRef): Promise<ProblemHistory> {
    const problem = mayRead(unit, actor) ? await this.problems.find(tx, id) : null;
    if (problem?.unitCode !== unit) throw refusal('request.not-found', {}, PLATFORM_REFUSALS);
    return { problem, history: await this.problems.history(tx, id) };
  }
}

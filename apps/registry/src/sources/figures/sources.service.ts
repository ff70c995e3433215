import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@chengxin/kernel';
import { type Actor, Clock, PLATFORM_REFUSALS, problem } from '@chengxin/platform';
import type { Unit } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import { ProblemsRepository, type Unsettled } from '../problems/problems.repository.js';
import { boundTo, mayRead } from '../reach.js';
import { type SourceDto, type SourceItemDto, sourceItemDto } from './dto/source.dto.js';
import { DutiesRepository, type Duty } from './duties.repository.js';
import { type Figures, FiguresRepository } from './figures.repository.js';

/** Over which months figures are summed, each `YYYY-MM`; without them over all. */
export type Months = { from?: string; until?: string };

type Known = { figures: readonly Figures[]; duties: readonly Duty[]; unsettled: readonly Unsettled[] };

/** How well units do as sources. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly figures: FiguresRepository,
    private readonly duties: DutiesRepository,
    private readonly problems: ProblemsRepository,
    private readonly clock: Clock,
  ) {}

  /** The own unit, or for the centre and its overseers so many units behind a code, in the order of their codes. */
  async page(actor: Actor, { after, limit, ...months }: Months & { after: string; limit: number }): Promise<SourceDto[]> {
    return this.read(await this.duties.units(this.dataSource.manager, { only: boundTo(actor), after, limit }), months);
  }

  /** One unit; 404 when it has never reported or is not the reader's to see. */
  async get(unit: string, actor: Actor, months: Months): Promise<SourceDto> {
    const units = mayRead(unit, actor) ? await this.duties.units(this.dataSource.manager, { only: unit, after: '', limit: 1 }) : [];
    const [source] = await this.read(units, months);
    if (!source) throw problem('request.not-found', {}, PLATFORM_REFUSALS);
    return source;
  }

  private async read(units: readonly Unit[], { from, until }: Months): Promise<SourceDto[]> {
    const tx = this.dataSource.manager;
    const codes = units.map(({ code }) => code);
    const [figures, duties, unsettled] = await Promise.all([
      this.figures.sums(tx, codes, { ...(from && { from: `${from}-01` }), ...(until && { until: `${until}-01` }) }),
      this.duties.of(tx, codes),
      this.problems.unsettled(tx, codes),
    ]);
    const today = this.clock.today();
    return units.map((unit) => ({ unit, items: itemsOf(unit, { figures, duties, unsettled }, today) }));
  }
}

function itemsOf({ code }: Unit, { figures, duties, unsettled }: Known, today: LocalDate): SourceItemDto[] {
  const own = [...figures, ...duties, ...unsettled].filter(({ unitCode }) => unitCode === code);
  return [...new Set(own.map(({ item }) => item))].sort().map((item) => {
    const is = (one: { unitCode: string; item: string }): boolean => one.unitCode === code && one.item === item;
    const source = { item, figures: figures.find(is), duty: duties.find(is), problems: unsettled.find(is)?.count ?? 0 };
    return sourceItemDto(source, today);
  });
}

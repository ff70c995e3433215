import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { addDays, localDate, localDateOf, startOfDay, type LocalDate } from '@chengxin/kernel';
import { ClockWriter } from '@chengxin/messaging';
import { Clock, MachineClock, problem, uuidv7, type Actor } from '@chengxin/platform';
import { GATEWAY_REFUSALS } from '../refusals.js';
import type { AdvanceDto } from './dto/clock.dto.js';
import { HouseRest } from './house-rest.js';

const KEPT = 50;
const HEARD_AGAIN_MS = 10_000;

/** Where an advance goes, and in whose name. */
type Order = { target: Date; actor: Actor; authorization: string };

/** Moves business time, stop by stop: at each moment that something falls due it waits until the whole house has come to rest. */
@Injectable()
export class Advances implements OnModuleDestroy {
  private readonly logger = new Logger(Advances.name);
  private readonly ended = new AbortController();
  private readonly known = new Map<string, AdvanceDto>();

  constructor(
    private readonly clock: Clock,
    private readonly machine: MachineClock,
    private readonly writer: ClockWriter,
    private readonly rest: HouseRest,
  ) {}

  /** The newest advance; undefined when there was none since this process began. */
  newest(): AdvanceDto | undefined {
    return [...this.known.values()].at(-1);
  }

  /** An advance by its identifier. Throws `clock.advance-unknown`. */
  get(id: string): AdvanceDto {
    const advance = this.known.get(id);
    if (!advance) throw problem('clock.advance-unknown', { id }, GATEWAY_REFUSALS);
    return advance;
  }

  /**
   * Begins to move business time to a date, or by days; the time of day stays. Throws `clock.set-backwards` (only the first offset
   * ever may be negative) and `clock.advance-running`.
   */
  begin(where: { to?: string; days?: number }, actor: Actor, authorization: string): AdvanceDto {
    const today = this.clock.today();
    const to = where.to === undefined ? addDays(today, where.days ?? 0) : localDate(where.to);
    const running = this.newest();
    if (running?.status === 'running') throw problem('clock.advance-running', { id: running.id }, GATEWAY_REFUSALS);
    if (to < today && this.clock.offsetSeconds !== 0) throw problem('clock.set-backwards', { now: today, to }, GATEWAY_REFUSALS);
    const advance = this.record(today, to, actor);
    const timeOfDay = this.clock.now().getTime() - startOfDay(today).getTime();
    const target = new Date(startOfDay(to).getTime() + timeOfDay);
    void this.carryOut(advance, { target, actor, authorization });
    return advance;
  }

  async onModuleDestroy(): Promise<void> {
    this.ended.abort(new Error('the gateway was stopped'));
    await this.writer.close();
  }

  private record(from: LocalDate, to: LocalDate, { subject }: Actor): AdvanceDto {
    const now = this.machine.now();
    const advance: AdvanceDto = {
      id: uuidv7(now),
      status: 'running',
      from,
      to,
      reached: from,
      stops: [],
      by: subject,
      startedAt: now.toISOString(),
    };
    this.known.set(advance.id, advance);
    for (const id of [...this.known.keys()].slice(0, -KEPT)) this.known.delete(id);
    return advance;
  }

  private async carryOut(advance: AdvanceDto, order: Order): Promise<void> {
    try {
      await this.move(advance, order);
      advance.status = 'done';
    } catch (error) {
      advance.status = 'failed';
      advance.reason = error instanceof Error ? error.message : String(error);
      this.logger.error({ advance: advance.id, reason: advance.reason }, 'business time was not moved to its end');
    }
    advance.endedAt = this.machine.now().toISOString();
  }

  private async move(advance: AdvanceDto, order: Order): Promise<void> {
    let due = await this.atRest(order);
    const isBackwards = order.target < this.clock.now();
    while (isBackwards ? advance.stops.length === 0 : this.clock.now() < order.target) {
      const at = due && due < order.target ? due : order.target;
      await this.set(at, order.actor);
      advance.reached = localDateOf(at);
      const since = performance.now();
      due = await this.atRest(order);
      advance.stops.push({ on: advance.reached, at: at.toISOString(), waitedMs: Math.round(performance.now() - since) });
    }
  }

  private atRest({ authorization }: Order): Promise<Date | undefined> {
    return this.rest.reached(this.clock.offsetSeconds, authorization, this.ended.signal);
  }

  /** Writes the offset that makes it this business time, and waits until it comes back; what is less than a second away comes by itself. */
  private async set(at: Date, { subject }: Actor): Promise<void> {
    const away = at.getTime() - this.clock.now().getTime();
    const offset = Math.ceil((at.getTime() - this.machine.now().getTime()) / 1000);
    if (away > 0 && offset <= this.clock.offsetSeconds) {
      await sleep(away);
      return;
    }
    const heard = this.heard(offset);
    await this.writer.write(offset, localDateOf(at), subject);
    await heard;
  }

  /** Ends when the clock has heard of this offset. */
  private heard(offset: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the clock did not come back')), HEARD_AGAIN_MS);
      const end = this.clock.onChange(() => {
        if (this.clock.offsetSeconds !== offset) return;
        clearTimeout(timer);
        end();
        resolve();
      });
    });
  }
}

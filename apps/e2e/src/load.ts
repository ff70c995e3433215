import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CityEnterprise } from '@chengxin/testing';
import { type Dice } from './dice.js';
import { type Answer, type Ask, type GatewayClient } from './gateway.js';
import { aPenalty, ENTERPRISES } from './penalties.js';

/** A penalty that the platform has acknowledged. */
export type Acknowledged = { creditCode: string; documentNumber: string };

const BURST = 8;
const BURST_EVERY_MS = 200;
const MOST_WAITING = 48;
const ATTEMPT_MS = 15_000;
const CARRIED_OUT = 'request.idempotency-answer-lost';

/**
 * A steady load: eight new penalties for enterprises of the city every fifth of a second, sent by the machine client of Market
 * Regulation, and a check of one of them by a procurement officer. What gets no answer is sent again with the same Idempotency-Key
 * until it gets one; while too much waits, nothing new is sent.
 */
export class Load {
  /** What was acknowledged, in that order. */
  readonly acknowledged: Acknowledged[] = [];
  /** What the platform refused though nothing was wrong with it. */
  readonly refused: string[] = [];
  private readonly bell = new EventEmitter();
  private readonly waiting = new Set<Promise<void>>();
  private sent = 0;
  private checks = 0;
  private ending = false;
  private running?: Promise<void>;

  constructor(
    private readonly gateway: GatewayClient,
    private readonly dice: Dice,
  ) {}

  /** How many requests are without an answer at this very moment. */
  get pending(): number {
    return this.waiting.size;
  }

  /** How many checks were answered. */
  get answeredChecks(): number {
    return this.checks;
  }

  /** Begins, or goes on. */
  start(): void {
    this.ending = false;
    this.running = this.run();
  }

  /** Waits until a record is acknowledged: its event is then under way. Throws when none is for so many milliseconds. */
  async flowing(patience = 90_000): Promise<void> {
    await once(this.bell, 'acknowledged', { signal: AbortSignal.timeout(patience) });
  }

  /** Ends: what is under way gets its last chance to be acknowledged, what is not acknowledged is nobody's promise. */
  async stop(): Promise<void> {
    this.ending = true;
    await this.running;
    await Promise.all(this.waiting);
  }

  private async run(): Promise<void> {
    for (; !this.ending; await sleep(BURST_EVERY_MS)) {
      if (this.waiting.size >= MOST_WAITING) continue;
      for (let n = 0; n < BURST; n++) this.track(this.collect());
      this.track(this.check());
    }
  }

  private track(work: Promise<void>): void {
    const tracked = work.finally(() => this.waiting.delete(tracked));
    this.waiting.add(tracked);
  }

  private async collect(): Promise<void> {
    const enterprise = this.anyone();
    const documentNumber = `澄市监罚〔2026〕流${++this.sent}号`;
    const answer = await this.persist({ method: 'POST', path: '/records', as: 'department', body: aPenalty(enterprise, documentNumber) });
    if (!answer) return;
    if (answer.status === 201 || isCarriedOut(answer)) this.acknowledge({ creditCode: enterprise.code, documentNumber });
    else this.refused.push(`${documentNumber}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  private acknowledge(record: Acknowledged): void {
    this.acknowledged.push(record);
    this.bell.emit('acknowledged');
  }

  private async check(): Promise<void> {
    const body = {
      domain: 'government-procurement',
      creditCode: this.anyone().code,
      purpose: 'award-of-contract',
      caseNumber: `澄采〔2026〕流${++this.sent}号`,
    };
    const answer = await this.persist({ method: 'POST', path: '/verifications', as: 'procurement', body });
    if (answer?.status === 201 || (answer && isCarriedOut(answer))) this.checks += 1;
    else if (answer) this.refused.push(`a check: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** Asks until there is an answer that is the platform's own word; undefined when the load ended first. */
  private async persist(ask: Ask): Promise<Answer | undefined> {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    for (let pause = 250; ; pause = Math.min(pause * 2, 1_000)) {
      const answer = await this.gateway.ask({ ...ask, headers, timeout: ATTEMPT_MS }).catch(() => undefined);
      if (answer && (answer.status < 300 || !mayPass(answer))) return answer;
      if (this.ending) return undefined;
      await sleep(pause);
    }
  }

  private anyone(): CityEnterprise {
    return this.dice.of(ENTERPRISES as readonly [CityEnterprise, ...CityEnterprise[]]);
  }
}

const codeOf = ({ body }: Answer): string => String((body as { type?: string } | undefined)?.type ?? '');
const isCarriedOut = (answer: Answer): boolean => codeOf(answer).endsWith(CARRIED_OUT);

/** A fault, or a request with the same key that is still under way. */
const mayPass = (answer: Answer): boolean =>
  answer.status >= 500 || answer.status === 429 || (answer.status === 409 && !isCarriedOut(answer));

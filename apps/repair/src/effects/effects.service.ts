import { type Cause } from '@chengxin/contracts';
import { type Received } from '@chengxin/messaging';
import { Clock, type DueTimer, OnTimer, type Transaction } from '@chengxin/platform';
import { awaitEffects, receive, type ReceiptName } from '@chengxin/repair';
import { Injectable } from '@nestjs/common';
import { CasesRepository } from '../cases/cases.repository.js';
import { EFFECTS_AWAITED, EffectsWait } from '../cases/effects-wait.js';

/** Takes the receipts of approved cases, and asks for those that do not come. */
@Injectable()
export class EffectsService {
  constructor(
    private readonly cases: CasesRepository,
    private readonly wait: EffectsWait,
    private readonly clock: Clock,
  ) {}

  /** Each event is the receipt of this name for every case that it names as a cause. */
  async take(name: ReceiptName, events: readonly Received<{ causes: Cause[] }>[], tx: Transaction): Promise<void> {
    for (const { id, time, key, data } of events) {
      for (const caseId of casesIn(data.causes)) {
        await this.cases.change(tx, caseId, key, (kase) => receive(kase, { name, eventId: id, at: time }, this.clock.today()));
      }
    }
  }

  /** The wait of an enterprise is over: what its approved cases still miss is asked for. */
  @OnTimer(EFFECTS_AWAITED)
  async ask({ key }: DueTimer, tx: Transaction): Promise<void> {
    for (const caseId of await this.wait.over(tx, key)) {
      await this.cases.change(tx, caseId, key, (kase) => awaitEffects(kase, this.clock.today()));
    }
    await this.wait.set(tx, key);
  }
}

function casesIn(causes: readonly Cause[]): Set<string> {
  return new Set(causes.flatMap(({ caseId }) => (caseId ? [caseId] : [])));
}

import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MARKET_REGULATION } from '@chengxin/registry/testing';
import type { TestTokens } from '@chengxin/testing';
import type { ServiceProcess } from './service-process.js';

type Batch = { id: string; state: string; accepted: number; refused: number };

const LOOK_EVERY_MS = 250;

/** The unit that sends its files, and looks how far they are. */
export class Unit {
  constructor(
    private readonly service: ServiceProcess,
    private readonly tokens: TestTokens,
  ) {}

  /** Sends a file and gives its batch at its end. */
  async send(kind: string, file: string, more: Record<string, string> = {}): Promise<Batch> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind, ...more })) form.set(name, value);
    form.set('file', await openAsBlob(file), path.basename(file));
    let batch = await this.ask('', { method: 'POST', body: form });
    for (; batch.state !== 'done' && batch.state !== 'broken'; await sleep(LOOK_EVERY_MS)) batch = await this.ask(`/${batch.id}`);
    return batch;
  }

  private async ask(where: string, init: RequestInit = {}): Promise<Batch> {
    const token = await this.tokens.of({ role: 'department-client', unit: MARKET_REGULATION.code, subject: 'bench' });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${this.service.url}/api/v1/batches${where}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Batch;
  }
}

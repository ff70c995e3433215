import { ClockAdvancedV1 } from '@chengxin/contracts';
import { type CatalogueItem, type ItemCode, loadLaw } from '@chengxin/law';
import { localDate, localDateOf } from '@chengxin/kernel';
import { aRegistration, csvOf, MARKET_REGULATION } from '@chengxin/registry/testing';
import { eventually, startService, type TestService, type TestServiceOptions, type TokenHolder } from '@chengxin/testing';
import { DataSource } from 'typeorm';
import { migrations } from '../src/migrations/index.js';
import { RegistryModule } from '../src/registry.module.js';

export const TODAY = localDate('2026-05-11');

/** The machine client of the market regulation bureau, and an officer of it. */
export const CLIENT: TokenHolder = { role: 'department-client', unit: MARKET_REGULATION.code, subject: 'client' };
export const OFFICER: TokenHolder = { role: 'determining-officer', unit: MARKET_REGULATION.code, subject: 'officer' };

const law = loadLaw();
export const item = (code: ItemCode): CatalogueItem => law.item(code, TODAY) as CatalogueItem;

/** What the receipt of a batch says, as far as the specs look. */
export type Receipt = {
  id: string;
  state: string;
  rows: number;
  accepted: number;
  unchanged: number;
  corrected: number;
  refused: number;
  repeatedHeaders: number;
  warned: number;
  unknownColumns: string[];
  warnings: { row: number; warnings: { code: string }[] }[];
  nothingNew: boolean;
  digest: string;
  encoding?: string;
  format: string;
  unit: { code: string; name: string };
};

/** A running registry and what a department does with it. */
export class Registry {
  private constructor(readonly service: TestService) {}

  /** Starts a registry whose business time is the morning of the demonstration's first day. */
  static async start(options: TestServiceOptions = {}): Promise<Registry> {
    const registry = new Registry(await startService({ service: 'registry', module: RegistryModule, migrations }, options));
    if (!options.beside) await registry.setTime('2026-05-11T09:00:00+08:00');
    return registry;
  }

  /** Moves business time to a moment and waits until the service has heard of it. */
  async setTime(moment: string): Promise<void> {
    const offsetSeconds = Math.round((Date.parse(moment) - Date.now()) / 1000);
    const data = { offsetSeconds, advancedTo: localDateOf(new Date(moment)), by: 'spec' };
    await this.service.neighbour.publish(ClockAdvancedV1, 'clock', data);
    const asked = () =>
      this.service.request<{ offsetSeconds: number }>('GET', '/api/v1/operations/idle', { as: { role: 'administrator' } });
    await eventually(async () => (await asked()).body.offsetSeconds === offsetSeconds, `business time to become ${moment}`);
  }

  /** Uploads a file, under whatever name, and gives the answer. */
  upload<T = Receipt>(
    kind: string,
    content: string | Uint8Array<ArrayBuffer>,
    fields: Record<string, string> = {},
    as = CLIENT,
    fileName = 'file',
  ) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind, ...fields })) form.set(name, value);
    form.set('file', new Blob([content]), fileName);
    return this.service.request<T>('POST', '/api/v1/batches', { as, body: form });
  }

  /** Uploads a file, waits for its end and gives its receipt. */
  async load(kind: string, content: string | Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}): Promise<Receipt> {
    const { status, body } = await this.upload(kind, content, fields);
    if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
    return this.ended(body.id);
  }

  /** The receipt of a batch at its end. */
  ended(id: string): Promise<Receipt> {
    return eventually(
      async () => {
        const { body } = await this.service.request<Receipt>('GET', `/api/v1/batches/${id}`, { as: CLIENT });
        return body.state === 'done' || body.state === 'broken' ? body : undefined;
      },
      `the batch ${id} to end`,
      40_000,
    );
  }

  /** Registers enterprises by a register file of the day. */
  register(codes: readonly string[], values: Record<string, string> = {}, asOf = '2026-05-10'): Promise<Receipt> {
    const rows = codes.map((creditCode) => aRegistration({ creditCode, ...values }));
    return this.load('subject-register', csvOf(item('subject-register'), rows), { asOf });
  }

  /** One item for each reason of each refused row. */
  async rejections(
    id: string,
  ): Promise<{ row: number; code: string; field?: { zh: string; code?: string }; position?: number; recordId?: string }[]> {
    const answer = await this.service.request<{ items: never[] }>('GET', `/api/v1/batches/${id}/rejections?limit=200`, { as: CLIENT });
    return answer.body.items;
  }

  /** Sends one record. */
  submit<T = { record: { recordId: string; version: number } }>(kind: string, fields: Record<string, string>, more: object = {}) {
    return this.service.request<T>('POST', '/api/v1/records', { as: CLIENT, body: { kind, fields, ...more } });
  }

  /** Asks the service's own database. */
  sql<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.service.app.get(DataSource).query(text, values);
  }
}

import {
  CaseEffectsAwaitedV1,
  type ContractClass,
  FeedEntryWrittenV1,
  RecordCollectedV1,
  type RecordFact,
  RecordRepairedV1,
  sampleOf,
} from '@chengxin/contracts';
import { completeCreditCode, localDate, startOfDay } from '@chengxin/kernel';
import { Clock, uuidv7 } from '@chengxin/platform';
import { eventually, type Heard, startService, type TestService, type TokenHolder } from '@chengxin/testing';
import pg from 'pg';
import { DeliveryModule } from '../src/delivery.module.js';
import { type FeedPage } from '../src/feed/dto/feed.view.js';
import { migrations } from '../src/migrations/index.js';

/** The business day of the specs. */
export const TODAY = localDate('2026-05-11');
const NINE_O_CLOCK_MS = 9 * 3_600_000;

/** A department that supplied nothing, and the one that supplied the record of the golden sample. */
export const DEPARTMENT: TokenHolder = { role: 'department-client', subject: 'procurement', unit: '11429500MB1A000288' };
export const SOURCE: TokenHolder = { role: 'department-client', subject: 'market', unit: sampleOf(RecordCollectedV1).data.sourceUnit.code };

/** `delivery` on a real database and a real broker, with its neighbours played. */
export class DeliveryUnderTest {
  private serial = 0;

  private constructor(readonly service: TestService) {}

  static async start(): Promise<DeliveryUnderTest> {
    const service = await startService({ service: 'delivery', module: DeliveryModule, migrations });
    await service.neighbour.setBusinessTime(new Date(startOfDay(TODAY).getTime() + NINE_O_CLOCK_MS));
    await eventually(() => service.app.get(Clock).today() === TODAY, `it to be ${TODAY}`);
    return new DeliveryUnderTest(service);
  }

  /** Another replica on the same database and topics. */
  replica(): Promise<TestService> {
    return startService({ service: 'delivery', module: DeliveryModule, migrations }, { beside: this.service, env: { INSTANCE: 'second' } });
  }

  /** Another enterprise each time. */
  newEnterprise(): string {
    this.serial += 1;
    return completeCreditCode('91', '429502', `MA4W${String(this.serial).padStart(4, '0')}`);
  }

  /** Publishes the golden sample of a contract about an enterprise. Gives the event's identifier. */
  async publish<T extends object>(contract: ContractClass<T>, creditCode: string, changes: Partial<T> = {}): Promise<string> {
    const { data } = sampleOf(contract);
    const about = 'creditCode' in data ? { ...data, creditCode } : data;
    return (await this.service.neighbour.publish(contract, creditCode, { ...about, ...changes })).id;
  }

  /** A penalty of the enterprise. */
  async collect(creditCode: string, changes: Partial<RecordCollectedV1> = {}): Promise<RecordCollectedV1> {
    const record = { ...sampleOf(RecordCollectedV1).data, recordId: uuidv7(), creditCode, ...changes };
    await this.service.neighbour.publish(RecordCollectedV1, creditCode, record);
    return record;
  }

  repair({ recordId, creditCode }: Pick<RecordFact, 'recordId' | 'creditCode'>, caseId: string): Promise<string> {
    return this.publish(RecordRepairedV1, creditCode, { recordId, caseId, causes: [{ eventId: uuidv7(), caseId, recordId }] });
  }

  async await({ recordId, creditCode }: Pick<RecordFact, 'recordId' | 'creditCode'>, caseId: string): Promise<void> {
    await this.publish(CaseEffectsAwaitedV1, creditCode, { recordId, caseId, missing: ['feed-entry-written'] });
  }

  /** What was announced for a case so far. */
  receipts(caseId: string): Heard<FeedEntryWrittenV1>[] {
    const heard = this.service.neighbour.received(FeedEntryWrittenV1);
    return heard.filter(({ data }) => data.causes.some((cause) => cause.caseId === caseId));
  }

  /** A page of the feed, for a purpose; throws what was answered instead. */
  async feed(query: Record<string, string | number> = {}, as: TokenHolder = DEPARTMENT): Promise<FeedPage> {
    const text = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]));
    const { status, body } = await this.service.request<FeedPage>('GET', `/api/v1/events?${text}`, { as, purpose: 'supervision' });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** The entries about an enterprise, once there are so many. */
  about(subject: string, count: number, as: TokenHolder = DEPARTMENT): Promise<FeedPage['items']> {
    return eventually(async () => {
      const { items } = await this.feed({ subject, limit: 200 }, as);
      return items.length === count ? items : undefined;
    }, `the feed to have ${count} entries about ${subject}`);
  }

  /** Runs a statement as the owner of the database. */
  async sql(text: string, ...values: unknown[]): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: this.service.database?.ownerUrl });
    await client.connect();
    return client.query(text, values).finally(() => client.end());
  }

  /** Cuts the database sessions that hold a lead, of relay and sender. Gives how many there were. */
  async endLeads(): Promise<number> {
    const server = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
    await server.connect();
    const database = new URL(this.service.database?.url ?? '').pathname.slice(1);
    const ended = server.query(
      `select pg_terminate_backend(pid) from (select distinct l.pid from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and l.granted and d.datname = $1) leads`,
      [database],
    );
    return (await ended.finally(() => server.end())).rowCount ?? 0;
  }
}

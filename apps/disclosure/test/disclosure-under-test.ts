import {
  CaseEffectsAwaitedV1,
  type ContractClass,
  PublicationStoppedV1,
  RecordCollectedV1,
  type RecordFact,
  RecordRepairedV1,
  sampleOf,
  SubjectRegisteredV1,
} from '@chengxin/contracts';
import { completeCreditCode, localDate, type LocalDate, startOfDay } from '@chengxin/kernel';
import { Clock, uuidv7 } from '@chengxin/platform';
import {
  eventually,
  type Heard,
  startService,
  type TestAnswer,
  type TestRequest,
  type TestService,
  type TokenHolder,
} from '@chengxin/testing';
import pg from 'pg';
import { DisclosureModule } from '../src/disclosure.module.js';
import { migrations } from '../src/migrations/index.js';
import { type RecordPage } from '../src/records/dto/record.view.js';
import { type CreditFileView } from '../src/subjects/dto/credit-file.view.js';

/** The day on which the record of the golden sample was collected. */
export const TODAY = localDate('2026-05-11');
const NINE_O_CLOCK_MS = 9 * 3_600_000;

/** An agent of this enterprise. */
export const agentOf = (creditCode: string): TokenHolder => ({ role: 'enterprise-agent', enterprises: [creditCode] });

/** `disclosure` on a real database and a real broker, with its neighbours played. */
export class DisclosureUnderTest {
  private serial = 0;

  private constructor(readonly service: TestService) {}

  static async start(): Promise<DisclosureUnderTest> {
    const disclosure = new DisclosureUnderTest(await startService({ service: 'disclosure', module: DisclosureModule, migrations }));
    await disclosure.moveTo(TODAY);
    await disclosure.service.neighbour.beatFor(['registry']);
    return disclosure;
  }

  /** Moves business time to nine o'clock of a day. */
  async moveTo(day: LocalDate): Promise<void> {
    const { neighbour, app } = this.service;
    await neighbour.setBusinessTime(new Date(startOfDay(day).getTime() + NINE_O_CLOCK_MS));
    await eventually(() => app.get(Clock).today() === day, `it to be ${day}`);
  }

  /** Another enterprise each time. */
  newEnterprise(): string {
    this.serial += 1;
    return completeCreditCode('91', '429502', `MA4Y${String(this.serial).padStart(4, '0')}`);
  }

  async register(creditCode: string, changes: Partial<SubjectRegisteredV1> = {}): Promise<void> {
    const data = { ...sampleOf(SubjectRegisteredV1).data, creditCode, ...changes };
    await this.service.neighbour.publish(SubjectRegisteredV1, creditCode, data);
  }

  /** A penalty of the enterprise as registry announces it. */
  async collect(creditCode: string, changes: Partial<RecordCollectedV1> = {}): Promise<RecordCollectedV1> {
    const record = { ...sampleOf(RecordCollectedV1).data, recordId: uuidv7(), creditCode, ...changes };
    await this.service.neighbour.publish(RecordCollectedV1, creditCode, record);
    return record;
  }

  /** A further fact about a record, as its golden sample says it. Gives the event's identifier. */
  async fact<T extends RecordFact>(
    contract: ContractClass<T>,
    { recordId, creditCode }: Pick<RecordFact, 'recordId' | 'creditCode'>,
    changes: Partial<T> = {},
  ): Promise<string> {
    const data = { ...sampleOf(contract).data, recordId, creditCode, version: 2, ...changes };
    return (await this.service.neighbour.publish(contract, creditCode, data)).id;
  }

  repair(record: Pick<RecordFact, 'recordId' | 'creditCode'>, caseId: string, changes: Partial<RecordRepairedV1> = {}): Promise<string> {
    const causes = [{ eventId: uuidv7(), caseId, recordId: record.recordId }];
    return this.fact(RecordRepairedV1, record, { caseId, causes, repairedOn: TODAY, shownEndedOn: TODAY, ...changes });
  }

  async await(record: Pick<RecordFact, 'recordId' | 'creditCode'>, caseId: string): Promise<void> {
    const { recordId, creditCode } = record;
    const data = { ...sampleOf(CaseEffectsAwaitedV1).data, caseId, creditCode, recordId, missing: ['publication-stopped' as const] };
    await this.service.neighbour.publish(CaseEffectsAwaitedV1, creditCode, data);
  }

  /** What was announced for a case so far. */
  stoppages(caseId: string): Heard<PublicationStoppedV1>[] {
    const heard = this.service.neighbour.received(PublicationStoppedV1);
    return heard.filter(({ data }) => data.causes.some((cause) => cause.caseId === caseId));
  }

  get<T>(path: string, request: TestRequest = {}): Promise<TestAnswer<T>> {
    return this.service.request<T>('GET', `/api/v1/subjects${path}`, request);
  }

  /** The credit file, once it is there and, where asked, has this many records. */
  file(creditCode: string, records?: number): Promise<CreditFileView> {
    return eventually(
      async () => {
        const { status, body } = await this.get<CreditFileView>(`/${creditCode}`);
        return status === 200 && (records === undefined || body.records.length === records) ? body : undefined;
      },
      `the file of ${creditCode} to have ${records ?? 'any number of'} records`,
    );
  }

  /** A page of the records of a registered enterprise, as a reader sees them; who is no enterprise states a purpose. */
  async records(creditCode: string, as?: TokenHolder, query = ''): Promise<RecordPage> {
    const reader = as && { as, ...(as.role !== 'enterprise-agent' && { purpose: 'supervision' }) };
    const { status, body } = await this.get<RecordPage>(`/${creditCode}/records${query}`, reader);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Runs a statement as the owner of the database. */
  async sql(text: string, ...values: unknown[]): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: this.service.database?.ownerUrl });
    await client.connect();
    return client.query(text, values).finally(() => client.end());
  }
}

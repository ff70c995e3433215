import {
  ClockAdvancedV1,
  type ContractClass,
  FeedEntryWrittenV1,
  PublicationStoppedV1,
  RatingReviewedV1,
  RecordCollectedV1,
  RecordRepairedV1,
  sampleOf,
  SubjectRegisteredV1,
  SuggestionsReviewedV1,
  type Cause,
} from '@chengxin/contracts';
import { completeCreditCode, localDate, startOfDay } from '@chengxin/kernel';
import { Clock, uuidv7 } from '@chengxin/platform';
import { type ReceiptName } from '@chengxin/repair';
import { eventually, type Neighbour, startService, type TestRequest, type TestService, type TokenHolder } from '@chengxin/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { type CaseView } from '../src/cases/dto/case.view.js';
import { migrations } from '../src/migrations/index.js';
import { RepairModule } from '../src/repair.module.js';

/** The first business day on which the record of the golden sample can be repaired. */
export const TODAY = localDate('2026-07-21');
const NINE_O_CLOCK_MS = 9 * 3_600_000;

/** The unit that determined the records, and another one. */
export const UNIT = sampleOf(RecordCollectedV1).data.authority;
export const OTHER_UNIT = '11429500MB1A000288';

export const COMMITMENT = {
  matter: '信用修复',
  content: '所提交材料真实有效，已纠正失信行为',
  liability: '如有违背，自愿承担法律责任',
  madeOn: TODAY,
  openness: 'public',
};
export const CONTACT = { name: '柳如烟', telephone: '0714-6350001' };
export const FULFILMENT = { fulfilledOn: '2026-05-20', what: '罚款已缴纳', proof: '缴款书 0001' };

/** The contract of each receipt. */
const RECEIPTS: Record<ReceiptName, ContractClass<{ causes: Cause[]; creditCode: string }>> = {
  'record-repaired': RecordRepairedV1,
  'publication-stopped': PublicationStoppedV1,
  'rating-reviewed': RatingReviewedV1,
  'suggestions-reviewed': SuggestionsReviewedV1,
  'feed-entry-written': FeedEntryWrittenV1,
};

/** A problem document: its members by name. */
type Problem = Record<string, unknown>;

/** `repair` on a real database and a real broker, with its neighbours played. */
export class RepairUnderTest {
  private serial = 0;

  private constructor(readonly service: TestService) {}

  static async start(): Promise<RepairUnderTest> {
    const service = await startService({ service: 'repair', module: RepairModule, migrations });
    const nine = startOfDay(TODAY).getTime() + NINE_O_CLOCK_MS;
    const offsetSeconds = Math.round((nine - Date.now()) / 1000);
    await service.neighbour.publish(ClockAdvancedV1, 'clock', { offsetSeconds, advancedTo: TODAY, by: 'tester' });
    await eventually(() => service.app.get(Clock).today() === TODAY, `it to be ${TODAY}`);
    await service.neighbour.beatFor(['registry']);
    return new RepairUnderTest(service);
  }

  get neighbour(): Neighbour {
    return this.service.neighbour;
  }

  close(): Promise<void> {
    return this.service.close();
  }

  /** Another enterprise each time. */
  newEnterprise(): string {
    this.serial += 1;
    return completeCreditCode('91', '429502', `MA4X${String(this.serial).padStart(4, '0')}`);
  }

  /** A penalty of the enterprise as registry announces it, heard by repair. */
  async collect(creditCode: string, changes: Partial<RecordCollectedV1> = {}): Promise<RecordCollectedV1> {
    const sample = sampleOf(RecordCollectedV1).data;
    const record = { ...sample, recordId: uuidv7(), creditCode, ...changes };
    await this.neighbour.publish(RecordCollectedV1, creditCode, record);
    await eventually(() => this.row('select from records where record_id = $1', record.recordId), 'repair to know the record');
    return record;
  }

  async register(creditCode: string, name: string): Promise<void> {
    await this.neighbour.publish(SubjectRegisteredV1, creditCode, { ...sampleOf(SubjectRegisteredV1).data, creditCode, name });
  }

  /** The answer of the owner of a receipt to an approval. */
  async answer(name: ReceiptName, kase: Pick<CaseView, 'caseId' | 'creditCode' | 'recordId'>, changes: object = {}): Promise<void> {
    const { caseId, creditCode, recordId } = kase;
    const contract = RECEIPTS[name];
    const sample = sampleOf(contract).data;
    const own = 'recordId' in sample ? { recordId } : {};
    const version = name === 'record-repaired' ? { caseId, version: 9 } : {};
    await this.neighbour.publish(contract, creditCode, {
      ...sample,
      ...own,
      ...version,
      ...changes,
      creditCode,
      causes: [{ eventId: uuidv7(), caseId, recordId }],
    });
  }

  agent(creditCode: string) {
    return this.client({ role: 'enterprise-agent', subject: 'agent', enterprises: [creditCode] });
  }

  officer(unit = UNIT.code) {
    return this.client({ role: 'determining-officer', subject: `officer-${unit}`, unit });
  }

  reviewer() {
    return this.client({ role: 'centre-reviewer', subject: 'reviewer' });
  }

  /** Requests with a token for this holder, or without one, and for this purpose, or none. */
  client(as?: TokenHolder, purpose?: string) {
    const send = <T>(method: string, path: string, rest: Omit<TestRequest, 'as'> = {}) =>
      this.service.request<T>(method, `/api/v1${path}`, { ...rest, ...(as && { as }), ...(purpose && { purpose }) });
    return {
      get: <T = Problem>(path: string) => send<T>('GET', path),
      post: <T = Problem>(path: string, body: object, headers: Record<string, string> = {}) => send<T>('POST', path, { body, headers }),
      step: <T = CaseView>({ caseId, version }: Pick<CaseView, 'caseId' | 'version'>, step: string, body: object = {}) =>
        send<T>('POST', `/repair-cases/${caseId}/${step}`, { body, headers: { 'if-match': `"${version}"` } }),
    };
  }

  async file(creditCode: string, recordId: string): Promise<CaseView> {
    const { status, body } = await this.agent(creditCode).post<CaseView>('/repair-cases', {
      recordId,
      commitment: COMMITMENT,
      contact: CONTACT,
    });
    if (status !== 201) throw new Error(`not filed: ${JSON.stringify(body)}`);
    return body;
  }

  /** Leads a filed case to the decision of the unit. */
  async accept(filed: CaseView): Promise<CaseView> {
    const { body: checked } = await this.reviewer().step(filed, 'pre-check', { note: '材料齐全' });
    return (await this.officer().step(checked, 'acceptance', { accepted: true })).body;
  }

  /** Approves an accepted case, with its fulfilment. */
  async approve(accepted: CaseView): Promise<CaseView> {
    const { status, body } = await this.officer().step(accepted, 'approval', { fulfilment: FULFILMENT });
    if (status !== 200) throw new Error(`not approved: ${JSON.stringify(body)}`);
    return body;
  }

  /** A case of a new enterprise that waits for the decision of the unit. */
  async accepted(): Promise<CaseView> {
    const creditCode = this.newEnterprise();
    return this.accept(await this.file(creditCode, (await this.collect(creditCode)).recordId));
  }

  /** A case of a new enterprise that waits for its receipts. */
  async approved(): Promise<CaseView> {
    return this.approve(await this.accepted());
  }

  /** The tables of the service's own rows. */
  tables() {
    return this.service.app.get(DataSource).entityMetadatas;
  }

  /** Runs a statement as the owner of the database, or as the service itself. */
  async run(sql: string, parameters: unknown[] = [], as: 'owner' | 'service' = 'owner'): Promise<pg.QueryResult> {
    const { database } = this.service;
    const client = new pg.Client({ connectionString: as === 'owner' ? database?.ownerUrl : database?.url });
    await client.connect();
    try {
      return await client.query(sql, parameters);
    } finally {
      await client.end();
    }
  }

  private async row(sql: string, ...parameters: unknown[]): Promise<boolean> {
    return (await this.run(sql, parameters)).rowCount === 1;
  }
}

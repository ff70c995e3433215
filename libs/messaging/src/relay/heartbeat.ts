import { Injectable, Inject } from '@nestjs/common';
import {
  schemaAddress,
  sourceOf,
  watermarkContract,
  type ContractClass,
  type Envelope,
  type WatermarkAnnouncedV1,
} from '@chengxin/contracts';
import { uuidv7 } from '@chengxin/platform';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';
import { CopyState } from '../watermarks/copy-state.js';
import type { Offsets } from '../kafka/end-offsets.js';
import type { LeaderSession } from './leader-session.js';
import type { OutboxRow } from './outbox-row.js';

type Particulars = Pick<WatermarkAnnouncedV1, 'at' | 'inputs' | 'parked'> & { sequence: string };

const ADD = `select add_heartbeat($1, $2, $3::uuid, $4, $5)`;

/**
 * The heartbeat row that the leading relay writes into its own outbox each second, and the watermark that it becomes when it comes
 * up in order: then everything known before its time has been published.
 */
@Injectable()
export class Heartbeat {
  private readonly contract: ContractClass<WatermarkAnnouncedV1>;

  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly copies: CopyState,
  ) {
    this.contract = watermarkContract(options.service);
  }

  /** Whether a row is a heartbeat. */
  readonly isHeartbeat = ({ type }: OutboxRow): boolean => type === this.contract.type;

  /** Writes a heartbeat. What the service has consumed and holds parked is read first, then the time, then the number is drawn. */
  async add(session: LeaderSession): Promise<void> {
    const { topic, type } = this.contract;
    const { inputs, parked } = await this.copies.read((text, values) => session.rows(text, values));
    await session.rows(ADD, [topic, this.options.service, uuidv7(), type, JSON.stringify({ inputs, parked })]);
  }

  /** The watermark of a heartbeat row that has come up: its envelope as JSON. `offsets` are the ends read after all before it was acknowledged. */
  watermarkOf(row: OutboxRow, epoch: number, offsets: Offsets): string {
    const { sequence, at, inputs, parked } = JSON.parse(row.payload.toString()) as Particulars;
    const envelope: Envelope<WatermarkAnnouncedV1> = {
      sequence,
      specversion: '1.0',
      id: row.eventId,
      source: sourceOf(this.options.service),
      type: row.type,
      subject: this.options.service,
      time: at,
      datacontenttype: 'application/json',
      dataschema: schemaAddress(row.type),
      correlationid: row.eventId,
      data: { service: this.options.service, epoch, at, offsets, inputs, parked },
    };
    return JSON.stringify(envelope);
  }
}

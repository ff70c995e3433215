import { Injectable } from '@nestjs/common';
import type { Transaction } from '@chengxin/platform';
import type { MessageToPark } from './parked-message.js';

const PARK = `
  insert into parked_events (topic, partition, at_offset, key, event_id, type, value, reason)
  select topic, partition, at_offset, key, event_id, type, value, reason
    from unnest($1::text[], $2::integer[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[])
         with ordinality as m (topic, partition, at_offset, key, event_id, type, value, reason, n) order by n
  on conflict on constraint parked_events_message_unique do nothing`;

const withoutNul = (text: string | undefined): string | null => text?.replaceAll('\0', '�') ?? null;

/** Puts messages aside in the service's own database. */
@Injectable()
export class ParkingLot {
  /** Parks messages in the caller's transaction, all in one statement; one that is parked already stays as it is. */
  async park(tx: Transaction, given: readonly MessageToPark[]): Promise<void> {
    if (given.length === 0) return;
    await tx.query(PARK, [
      given.map(({ message }) => message.topic),
      given.map(({ message }) => message.partition),
      given.map(({ message }) => message.offset),
      given.map(({ key }) => key ?? null),
      given.map(({ eventId }) => withoutNul(eventId)),
      given.map(({ type }) => withoutNul(type)),
      given.map(({ message }) => message.value),
      given.map(({ reason }) => withoutNul(reason)),
    ]);
  }
}

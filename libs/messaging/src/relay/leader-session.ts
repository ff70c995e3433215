import pg from 'pg';
import { copyOut } from './copy-out.js';
import { outboxRowOf, type Cursor, type OutboxRow } from './outbox-row.js';

/** A stopped (not dead) leader loses its session, and with it the lead, after this. */
const IDLE_SESSION_TIMEOUT_MS = 5_000;
const MOST_ROWS = 2_000;

const LEAD = `select pg_try_advisory_lock(hashtextextended('chengxin.relay', 42)) as leads`;

const TAKE_OFFICE = `
  update outbox_cursor set epoch = greatest(epoch + 1, extract(epoch from clock_timestamp())::bigint), system_identifier = coalesce(outbox_cursor.system_identifier, s.system_identifier)
    from pg_control_system() s
  returning xid::text, position::text, epoch::text, outbox_cursor.system_identifier = s.system_identifier as "sameServer"`;

/**
 * Below the oldest running transaction nothing can appear any more: the order (xid, position) is final there. The order names the
 * table's columns, for those of the result are texts. COPY takes no parameters: the numbers of the place are made digits here.
 */
const nextAfter = ({ xid, position }: Cursor): string => `
  copy (select o.xid::text, o.position::text, topic, key, event_id::text, type, payload from outbox_events o
         where (o.xid, o.position) > ('${BigInt(xid)}'::xid8, ${BigInt(position)}::bigint) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
         order by o.xid, o.position limit ${MOST_ROWS}) to stdout (format binary)`;

const MOVE = `update outbox_cursor set xid = $1::xid8, position = $2::bigint, moved_at = clock_timestamp() where epoch = $3::bigint returning epoch`;

/** The outbox holds transaction numbers of another server (dump and restore): it must be re-based before anything is published. */
export class OutboxOfAnotherServer extends Error {
  constructor() {
    super('the outbox was filled on another database server; run the service once with `rebase`');
    this.name = 'OutboxOfAnotherServer';
  }
}

/** Another relay has taken the lead. */
export class LeadLost extends Error {
  constructor() {
    super('another relay leads');
    this.name = 'LeadLost';
  }
}

/** The database session of one relay: whoever holds its lock leads. Ends with its connection, whichever way that goes. */
export class LeaderSession {
  epoch = 0;
  private broken?: Error;
  private before: Promise<unknown> = Promise.resolve();

  private constructor(private readonly client: pg.Client) {
    client.on('error', (error) => (this.broken = error));
  }

  /** Connects. What this session writes (cursor, heartbeats) need not survive a crash of the server: it is found again. */
  static async open(url: string, service: string): Promise<LeaderSession> {
    const client = new pg.Client({ connectionString: url, application_name: `${service} relay`, connectionTimeoutMillis: 5_000 });
    const session = new LeaderSession(client);
    await client.connect();
    await client.query(`set idle_session_timeout = ${IDLE_SESSION_TIMEOUT_MS}; set synchronous_commit = off`);
    return session;
  }

  /** Tries to lead. Gives where to go on from; undefined while another leads. Throws `OutboxOfAnotherServer`. */
  async lead(): Promise<Cursor | undefined> {
    const [lock] = await this.rows<{ leads: boolean }>(LEAD);
    if (!lock?.leads) return undefined;
    const [office] = await this.rows<Cursor & { epoch: string; sameServer: boolean }>(TAKE_OFFICE);
    if (!office) throw new Error('the outbox has no cursor');
    if (!office.sameServer) throw new OutboxOfAnotherServer();
    this.epoch = Number(office.epoch);
    return { xid: office.xid, position: office.position };
  }

  /** The next rows behind a place, at most 2,000, in the order in which they leave. */
  async next(place: Cursor): Promise<OutboxRow[]> {
    const rows = await this.inTurn((client) => copyOut(client, nextAfter(place)));
    return rows.map(outboxRowOf);
  }

  /** Remembers that everything up to a place is acknowledged. Throws `LeadLost` when another relay leads. */
  async moveTo({ xid, position }: Cursor): Promise<void> {
    const moved = await this.rows(MOVE, [xid, position, this.epoch]);
    if (moved.length === 0) throw new LeadLost();
  }

  /** Runs a statement of the leader's own, after those before it; throws what the connection died of, once it did. */
  rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.inTurn(async (client) => (await client.query(text, values)).rows as T[]);
  }

  /** Ends the session and gives up the lead. */
  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }

  private inTurn<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
    const result = this.before.then(() => {
      if (this.broken) throw this.broken;
      return ask(this.client);
    });
    this.before = result.catch(() => undefined);
    return result;
  }
}

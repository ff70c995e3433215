import { type DataSource, type QueryRunner } from 'typeorm';

const LOCK = `hashtextextended('chengxin.delivery.sender', 42)`;

/** The lead among the replicas: a lock of a database session, so one sender at a time; it ends with its connection. */
export class Lead {
  private constructor(private readonly session: QueryRunner) {}

  /** Takes the lead; undefined while another process has it. */
  static async take(dataSource: DataSource): Promise<Lead | undefined> {
    const session = dataSource.createQueryRunner();
    await session.connect();
    const [{ leads }] = (await session.query(`select pg_try_advisory_lock(${LOCK}) as leads`)) as [{ leads: boolean }];
    if (leads) return new Lead(session);
    await session.release();
    return undefined;
  }

  /** Throws when the session is gone, and the lead with it. */
  async check(): Promise<void> {
    await this.session.query('select');
  }

  /** Gives the lead up. */
  async release(): Promise<void> {
    await this.session.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined); // a session that is gone holds no lock
    await this.session.release();
  }
}

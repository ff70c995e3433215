import { ServiceConfig } from '@chengxin/platform';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

const CONNECTIONS = 10;
/** Left alone, the server plans a statement anew for each short list of codes, which takes longer than to read them. */
const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';

/** A statement that each connection parses and plans once; the name belongs to the text. */
export type PreparedRead = { name: string; text: string };

/** The hot reads: named prepared statements on connections of their own, planned once whatever their values. Dates and JSON are selected as text. */
@Injectable()
export class PreparedReads implements OnApplicationShutdown {
  private readonly logger = new Logger(PreparedReads.name);
  private readonly pool: pg.Pool;

  constructor(config: ServiceConfig) {
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      max: CONNECTIONS,
      application_name: 'disclosure reads',
      options: PLANNED_ONCE,
    });
    this.pool.on('error', (error) => this.logger.warn(`an idle connection was lost: ${error.message}`));
  }

  /** The rows of a statement. */
  async rows<T>({ name, text }: PreparedRead, values: unknown[]): Promise<T[]> {
    const { rows } = await this.pool.query({ name, text, values });
    return rows as T[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { type DynamicModule, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Service } from '@chengxin/contracts';
import { DataSource } from 'typeorm';
import { ServiceConfig } from '../config/service-config.js';
import { dataSourceOptions, type Connection } from './data-source-options.js';

const ATTEMPTS = 30;
const PAUSE_MS = 1_000;

/** Connects, and waits half a minute for a server that is not there yet. Throws its last error. */
async function connect(connection: Connection): Promise<DataSource> {
  const logger = new Logger('Database');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await new DataSource(dataSourceOptions(connection)).initialize();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      logger.warn(`no connection to the database yet (${attempt}/${ATTEMPTS}): ${String(error)}`);
      await wait(PAUSE_MS);
    }
  }
}

/** Closes the connections as the last thing. */
@Injectable()
class ClosesDatabase implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** The service's own database as a TypeORM `DataSource`. */
@Module({})
export class DatabaseModule {
  static for(application: Service, rows: readonly unknown[]): DynamicModule {
    const dataSource = {
      provide: DataSource,
      inject: [ServiceConfig],
      useFactory: (config: ServiceConfig) => connect({ application, url: config.databaseUrl, rows }),
    };
    return { module: DatabaseModule, global: true, providers: [dataSource, ClosesDatabase], exports: [DataSource] };
  }
}

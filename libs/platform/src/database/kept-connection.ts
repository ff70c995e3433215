import pg from 'pg';

/**
 * A connection of a pool whose loss between two uses ends no process. Who uses it then has the fault from its next statement; who keeps
 * it hears of its end and takes another.
 */
export class KeptConnection extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

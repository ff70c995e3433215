import { createHash } from 'node:crypto';
import pg from 'pg';

/** So many different statements of a process are prepared; those made anew for each number of values must not fill the server's memory. */
const MOST_STATEMENTS = 300;

const names = new Map<string, string>();

/**
 * A connection of a pool. Each statement with values is read and planned by the server once, however often it is asked. A loss between
 * two uses ends no process: who uses the connection then has the fault from its next statement; who keeps it hears of its end and takes
 * another.
 */
export class PooledConnection extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }

  override query(...asked: unknown[]): never {
    const [text, values, ...more] = asked;
    const isOne = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    return Reflect.apply(super.query, this, isOne ? [{ name: nameOf(text), text, values }, ...more] : asked) as never;
  }
}

/** The name under which a statement is prepared, the same on every connection; undefined when there are too many already. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size === MOST_STATEMENTS) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

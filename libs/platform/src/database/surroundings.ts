const WAITED_OUT = new Set(['57P01', '57P02', '57P03', '57P05', '40001', '40P01', '55P03', '25P03']);
const CLASSES = ['08', '53', '58'];
const WORDS =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|Client was closed|Driver not Connected|query runner was already released/i;

type Fault = { code?: unknown; message?: unknown; driverError?: unknown; cause?: unknown };

const isWaitedOut = ({ code, message }: Fault): boolean =>
  typeof code === 'string'
    ? WAITED_OUT.has(code) ||
      (/^[0-9A-Z]{5}$/.test(code) && CLASSES.includes(code.slice(0, 2))) ||
      code.startsWith('ECONN') ||
      code === 'EPIPE'
    : typeof message === 'string' && WORDS.test(message);

/**
 * Whether a fault comes from the surroundings (database, network, disk, a lock or a race) and not from what was asked: it passes by
 * itself, so an event is tried again and not parked, and a request may be sent again. A cancelled statement (57014) is its sender's own.
 */
export function isOfSurroundings(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false;
  const { driverError, cause } = fault as Fault;
  return isWaitedOut(fault as Fault) || isOfSurroundings(driverError) || isOfSurroundings(cause);
}

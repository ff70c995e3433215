import net from 'node:net';

/** Every port of a started system, seen from its first: gateway and services, issuer, PostgreSQL, Kafka and its controller. */
const OFFSETS = [0, 1, 2, 3, 4, 5, 6, 7, 9, 352, 412, 413];
const FIRST = 20_000;
const LAST = 31_000; // below those that the system hands out to clients

/** A first port with which a whole system finds all of its ports free. Throws when a hundred tries found none. */
export async function freeBase(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const base = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    const free = await Promise.all(OFFSETS.map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('no free range of ports was found');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = net.createServer();
    server.once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
  });
}

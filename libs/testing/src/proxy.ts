import net from 'node:net';

/** A small TCP proxy on 127.0.0.1 in front of a broker or a database. */
export type Proxy = {
  /** where clients connect: `127.0.0.1:PORT` */
  address: string;
  port: number;
  /** how many connections run through it now */
  connections: () => number;
  /** destroys every connection, both halves; gives how many there were */
  cut: () => number;
  /** refuses (false) or takes (true) new connections */
  accept: (open: boolean) => void;
  close: () => Promise<void>;
};

/** Starts a proxy to `target` (`host:port`), on a free port or the given one. What it is told to cut, it cuts without a word to either side. */
export async function proxy(target: string, port = 0): Promise<Proxy> {
  const [host = '127.0.0.1', targetPort] = target.split(':');
  const pairs = new Set<[net.Socket, net.Socket]>();
  let open = true;
  const server = net.createServer((client) => {
    if (!open) return void client.destroy();
    pipe(client, net.connect(Number(targetPort), host), pairs);
  });
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening));
  const taken = (server.address() as net.AddressInfo).port;
  const cut = () => {
    const count = pairs.size;
    for (const [client, upstream] of pairs) [client, upstream].forEach((socket) => socket.destroy());
    return count;
  };
  return {
    address: `127.0.0.1:${taken}`,
    port: taken,
    connections: () => pairs.size,
    cut,
    accept: (allowed) => (open = allowed),
    close: async () => {
      open = false;
      cut();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function pipe(client: net.Socket, upstream: net.Socket, pairs: Set<[net.Socket, net.Socket]>): void {
  const pair: [net.Socket, net.Socket] = [client, upstream];
  pairs.add(pair);
  const over = () => {
    pairs.delete(pair);
    for (const socket of pair) socket.destroy();
  };
  for (const socket of pair) socket.once('close', over).on('error', over);
  client.pipe(upstream);
  upstream.pipe(client);
}

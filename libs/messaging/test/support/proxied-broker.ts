import net from 'node:net';

/** Both halves of a connection, and how many bytes the client has sent since it was last answered. */
type Pair = { client: net.Socket; upstream: net.Socket; unanswered: number };

/** More than any request that carries no events. */
const A_SEND = 2_000;

/**
 * A small TCP proxy in front of the broker, which cuts connections without a word. Brokers name their own address to clients, so this
 * process's connections to it are led through the proxy while it is open.
 */
export class ProxiedBroker {
  private readonly pairs = new Set<Pair>();
  private refusing = false;
  private readonly connect = net.connect;
  private readonly server: net.Server;

  private constructor(private readonly port: number) {
    this.server = net.createServer((client) => this.pipe(client, this.connect(port, '127.0.0.1')));
  }

  static async open(broker: string): Promise<ProxiedBroker> {
    const proxied = new ProxiedBroker(Number(broker.split(':')[1]));
    await new Promise<void>((done) => proxied.server.listen(0, '127.0.0.1', done));
    const own = (proxied.server.address() as net.AddressInfo).port;
    const through = (options: net.NetConnectOpts, listener?: () => void): net.Socket =>
      proxied.connect('port' in options && options.port === proxied.port ? { ...options, port: own } : options, listener);
    net.connect = through as typeof net.connect;
    return proxied;
  }

  /** Whether events are under way of which the broker has not said that it has them. */
  get sending(): boolean {
    return [...this.pairs].some(({ unanswered }) => unanswered > A_SEND);
  }

  /** Cuts all connections and takes no new ones, or takes them again. */
  refuse(refusing: boolean): void {
    this.refusing = refusing;
    this.cut();
  }

  /** Destroys all connections. */
  cut(): void {
    for (const { client, upstream } of this.pairs) for (const socket of [client, upstream]) socket.destroy();
  }

  async close(): Promise<void> {
    net.connect = this.connect;
    this.cut();
    await new Promise((done) => this.server.close(done));
  }

  private pipe(client: net.Socket, upstream: net.Socket): void {
    if (this.refusing) for (const socket of [client, upstream]) socket.destroy();
    const pair: Pair = { client, upstream, unanswered: 0 };
    this.pairs.add(pair);
    const over = (): void => {
      this.pairs.delete(pair);
      for (const socket of [client, upstream]) socket.destroy();
    };
    for (const socket of [client, upstream]) socket.once('close', over).on('error', over);
    client.on('data', ({ length }) => (pair.unanswered += length)).pipe(upstream);
    upstream.on('data', () => (pair.unanswered = 0)).pipe(client);
  }
}

import net from 'node:net';

/**
 * A small TCP proxy in front of the broker, which cuts connections without a word. Brokers name their own address to clients, so this
 * process's connections to it are led through the proxy while it is open.
 */
export class ProxiedBroker {
  private readonly pairs = new Set<[net.Socket, net.Socket]>();
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

  /** Destroys all connections; those that are waiting for an answer too. Gives how many there were. */
  cut(): number {
    const { size } = this.pairs;
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    return size;
  }

  async close(): Promise<void> {
    net.connect = this.connect;
    this.cut();
    await new Promise((done) => this.server.close(done));
  }

  private pipe(client: net.Socket, upstream: net.Socket): void {
    const pair: [net.Socket, net.Socket] = [client, upstream];
    this.pairs.add(pair);
    const over = (): void => {
      this.pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.once('close', over).on('error', over);
    client.pipe(upstream);
    upstream.pipe(client);
  }
}

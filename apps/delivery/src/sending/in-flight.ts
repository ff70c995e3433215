/** What is under way at each endpoint: of one enterprise one, of all together not too many. */
export class InFlight {
  /** At one endpoint at a time. */
  static readonly MOST = 8;
  private readonly work = new Map<string, Map<string, Promise<void>>>();
  private readonly ended: (() => void)[] = [];

  /** Makes room for more where work has ended. To be called before it is read what is due: what ends after that is still in what was read. */
  release(): void {
    for (const forget of this.ended.splice(0)) forget();
  }

  /** Begins work for an endpoint and a key, unless that key or too much is under way there. The work must not throw. */
  begin({ webhookId, key }: { webhookId: string; key: string }, work: () => Promise<void>): void {
    const there = this.work.get(webhookId) ?? new Map<string, Promise<void>>();
    if (there.has(key) || there.size >= InFlight.MOST) return;
    this.work.set(webhookId, there);
    there.set(
      key,
      Promise.resolve()
        .then(work)
        .finally(() => this.ended.push(() => there.delete(key))),
    );
  }

  /** Resolves when nothing that was begun is under way any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.work.values()].flatMap((there) => [...there.values()]));
  }
}

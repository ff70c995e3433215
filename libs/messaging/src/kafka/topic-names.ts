/** Translates between the names of `libs/contracts` and those on the broker, which carry a prefix in tests. */
export class TopicNames {
  constructor(private readonly prefix: string) {}

  /** The name on the broker of a topic or a group. */
  onBroker(name: string): string {
    return this.prefix + name;
  }

  /** The contract's name of a topic on the broker. */
  inContracts(name: string): string {
    return name.slice(this.prefix.length);
  }
}

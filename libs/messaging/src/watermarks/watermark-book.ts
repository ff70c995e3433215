import { Injectable } from '@nestjs/common';
import type { Service, WatermarkAnnouncedV1 } from '@chengxin/contracts';
import type { Offsets } from '../kafka/end-offsets.js';

/** How many watermarks of a service are remembered that its copies have not reached yet: ten minutes. */
const MOST_WAITING = 600;

/** The keys a service holds parked, by topic; `*` means the whole topic. */
export type ParkedKeys = Record<string, string[]>;

const EVERY_KEY = '*';

/** Whether a key is among parked ones. */
export const holds = (parked: ParkedKeys, key: string): boolean =>
  Object.values(parked).some((keys) => keys.includes(key) || keys.includes(EVERY_KEY));

const reaches = (consumed: Record<string, string> | undefined, ends: Record<string, string>): boolean =>
  Object.entries(ends).every(([partition, end]) => BigInt(consumed?.[partition] ?? '0') >= BigInt(end));

/** Which watermark of a service was found reached, by which offsets, when which was the newest. */
type Found = { consumed: Offsets; newest: WatermarkAnnouncedV1 | undefined; reached: WatermarkAnnouncedV1 | undefined };

/** The watermarks received, service by service, oldest first; the first is the last one known to be reached. */
@Injectable()
export class WatermarkBook {
  private readonly received = new Map<Service, WatermarkAnnouncedV1[]>();
  private readonly found = new Map<Service, Found>();
  private subscribed: ReadonlySet<string> = new Set();

  /** Says which topics this service consumes: the others of a watermark do not concern it. */
  subscribe(topics: Iterable<string>): void {
    this.subscribed = new Set(topics);
    this.found.clear();
  }

  /** Takes a watermark; one of an earlier leader, or not newer than the last, is ignored. */
  add(watermark: WatermarkAnnouncedV1): void {
    const list = this.received.get(watermark.service) ?? [];
    const last = list.at(-1);
    if (last && (watermark.epoch < last.epoch || watermark.at <= last.at)) return;
    list.push(watermark);
    if (list.length > MOST_WAITING) list.splice(1, 1);
    this.received.set(watermark.service, list);
  }

  /** The newest watermark of a service that these offsets reach; undefined when none. Offsets that were given once must not change. */
  reached(service: Service, consumed: Offsets): WatermarkAnnouncedV1 | undefined {
    const newest = this.newest(service);
    const found = this.found.get(service);
    if (found?.consumed === consumed && found.newest === newest) return found.reached; // every request asks, new ones come by the second
    const reached = this.search(service, consumed);
    this.found.set(service, { consumed, newest, reached });
    return reached;
  }

  private search(service: Service, consumed: Offsets): WatermarkAnnouncedV1 | undefined {
    const list = this.received.get(service) ?? [];
    const index = list.findLastIndex((watermark) => this.isReached(watermark, consumed));
    if (index > 0) list.splice(0, index);
    return index >= 0 ? list[0] : undefined;
  }

  /** The newest watermark of a service, reached or not. */
  newest(service: Service): WatermarkAnnouncedV1 | undefined {
    return this.received.get(service)?.at(-1);
  }

  /** For each service heard of, the time that these offsets reach. */
  reachedAt(consumed: Offsets): Record<string, string> {
    const times = [...this.received.keys()].map((service) => [service, this.reached(service, consumed)?.at] as const);
    return Object.fromEntries(times.filter((entry): entry is [Service, string] => entry[1] !== undefined));
  }

  /**
   * The earliest time that these offsets reach of these services, and at which they themselves had consumed one another; undefined when
   * one of them has announced nothing that is reached.
   */
  earliest(services: readonly Service[], consumed: Offsets): string | undefined {
    const reached = services.map((service) => this.reached(service, consumed));
    const times = reached.flatMap((watermark) => [watermark?.at, ...inputsAmong(services, watermark)]);
    return times.some((time) => time === undefined) ? undefined : (times as string[]).sort()[0];
  }

  /** Whether one of these services says that it holds an event of a key parked, reached or not. */
  isParkedAt(services: readonly Service[], key: string): boolean {
    return services.some((service) => holds(this.newest(service)?.parked ?? {}, key));
  }

  private isReached({ offsets }: WatermarkAnnouncedV1, consumed: Offsets): boolean {
    return Object.entries(offsets).every(([topic, ends]) => !this.subscribed.has(topic) || reaches(consumed[topic], ends));
  }
}

function inputsAmong(services: readonly Service[], watermark: WatermarkAnnouncedV1 | undefined): string[] {
  const inputs = Object.entries(watermark?.inputs ?? {});
  return inputs.filter(([service]) => services.includes(service as Service)).map(([, at]) => at);
}

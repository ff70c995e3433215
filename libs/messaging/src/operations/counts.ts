import { Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

const COUNTS = 'chengxin:counts';

type Provider = Record<string, () => Promise<number>>;

/** The method counts something the status of its service shows under this name: `() => Promise<number>`, on a provider. */
export const Counts = (name: string): MethodDecorator => SetMetadata(COUNTS, name);

/** Finds the methods marked with `@Counts` and asks them. */
@Injectable()
export class CountedThings {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** The counts by name. */
  async all(): Promise<Record<string, number>> {
    const counted = this.methods().map(async ([name, count]) => [name, await count()] as const);
    return Object.fromEntries(await Promise.all(counted));
  }

  private methods(): [string, () => Promise<number>][] {
    const wrappers = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    return wrappers.flatMap((wrapper) => {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
      return typeof instance === 'object' && instance !== null ? this.ofProvider(instance as Provider) : [];
    });
  }

  private ofProvider(provider: Provider): [string, () => Promise<number>][] {
    const prototype = Object.getPrototypeOf(provider) as object | null;
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const count = provider[method];
      const name = count && (Reflect.getMetadata(COUNTS, count) as string | undefined);
      return name && count ? [[name, count.bind(provider)] as [string, () => Promise<number>]] : [];
    });
  }
}

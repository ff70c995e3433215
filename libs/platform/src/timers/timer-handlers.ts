import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ON_TIMER } from './on-timer.decorator.js';
import type { TimerHandler } from './timer.js';

type Provider = Record<string, TimerHandler>;

/** Finds the methods marked with `@OnTimer`, by name. */
@Injectable()
export class TimerHandlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** All handlers; throws when two take the same name. */
  find(): Map<string, TimerHandler> {
    const handlers = new Map<string, TimerHandler>();
    for (const wrapper of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      if (!wrapper.isDependencyTreeStatic() || !wrapper.instance) continue;
      for (const [name, handler] of this.ofProvider(wrapper.instance as Provider)) {
        if (handlers.has(name)) throw new Error(`two methods take the timer ${name}`);
        handlers.set(name, handler);
      }
    }
    return handlers;
  }

  private ofProvider(provider: Provider): [string, TimerHandler][] {
    const prototype = Object.getPrototypeOf(provider) as Provider | null;
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = provider[method];
      const name = handler && (Reflect.getMetadata(ON_TIMER, handler) as string | undefined);
      return name && handler ? [[name, handler.bind(provider)] as [string, TimerHandler]] : [];
    });
  }
}

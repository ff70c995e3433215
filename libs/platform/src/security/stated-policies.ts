import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { POLICY, type Policy } from './policy.decorators.js';

type Method = (...args: unknown[]) => unknown;
type Controller = { name: string; prototype: Record<string, Method> };

interface Route {
  name: string;
  path: string;
  policy: Policy | undefined;
}

/** Stops the start when a route does not say who may use it, or binds a path parameter that it does not have. */
@Injectable()
export class StatedPolicies implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Throws one error that names each such route. */
  onModuleInit(): void {
    const faults = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.routesOf(metatype as unknown as Controller) : []))
      .flatMap(faultOf);
    if (faults.length > 0) throw new Error(`路由没有访问规则 / routes without a sound policy:\n  ${faults.join('\n  ')}`);
  }

  private routesOf(controller: Controller): Route[] {
    const base = pathOf(controller);
    return this.scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
      const handler = controller.prototype[name];
      const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
      if (!handler || method === undefined) return [];
      const path = `/${[base, pathOf(handler)].filter(Boolean).join('/')}`.replace(/\/+/g, '/');
      const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [handler, controller as never]);
      return [{ name: `${RequestMethod[method]} ${path} (${controller.name}.${name})`, path, policy }];
    });
  }
}

const pathOf = (target: object): string => String(Reflect.getMetadata(PATH_METADATA, target) ?? '').replace(/^\/$/, '');

function faultOf({ name, path, policy }: Route): string[] {
  if (!policy) return [name];
  if (policy.public || !policy.enterprise || path.split('/').includes(`:${policy.enterprise}`)) return [];
  return [`${name}: no path parameter :${policy.enterprise}`];
}

import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '@chengxin/law';

/** Metadata key of a route's policy. */
export const POLICY = 'chengxin:policy';

/** Who may use a route: the public, or these roles; an enterprise agent only for the own enterprise named by a path parameter. */
export type Policy = { public: true } | { public: false; roles: readonly Role[]; enterprise?: string };

/**
 * The route is for these roles. `enterprise` names the path parameter with the credit code that must be among the
 * enterprises of an enterprise agent; other roles are not bound by it.
 */
export function Allow({ roles, enterprise }: { roles: readonly Role[]; enterprise?: string }): MethodDecorator & ClassDecorator {
  const policy: Policy = { public: false, roles, enterprise };
  return applyDecorators(SetMetadata(POLICY, policy), ApiBearerAuth(), ApiExtension('x-roles', roles));
}

/** The route is for everyone. A valid token still says who asks; an invalid one is refused. */
export function AllowPublic(): MethodDecorator & ClassDecorator {
  const policy: Policy = { public: true };
  return SetMetadata(POLICY, policy) as MethodDecorator & ClassDecorator;
}

import type { Upstream } from '../routing/routing-table.js';

/** One operation of a path. */
export type Operation = { operationId?: string; tags?: string[]; parameters?: unknown[]; [name: string]: unknown };

/** The operations of a path by method. */
export type PathItem = Record<string, Operation>;

/** As much of an OpenAPI 3.1 document as merging needs. */
export type OpenApi = {
  paths?: Record<string, PathItem>;
  components?: { schemas?: Record<string, unknown>; securitySchemes?: Record<string, unknown> };
  [name: string]: unknown;
};

/** One document to merge, and whose it is. */
export type Part = { service: Upstream | 'gateway'; document: OpenApi };

import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { UPSTREAMS, type Upstream } from '../routing/routing-table.js';
import { ServicesClient } from '../services/services.client.js';
import { mergeOpenApi } from './merge-open-api.js';
import type { OpenApi, Part } from './open-api.js';

const PATH = '/openapi.json';

/** The OpenAPI document of the whole house. */
@Injectable()
export class HouseDocuments {
  private readonly known = new Map<Upstream, OpenApi>();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly services: ServicesClient,
  ) {}

  /** The services' documents, read from each once while it answers, and the gateway's own, as one; who has not answered yet is left out. */
  async openApi(): Promise<OpenApi> {
    const parts = await Promise.all(UPSTREAMS.map((service) => this.part(service)));
    return mergeOpenApi([...parts.flat(), { service: 'gateway', document: await this.own() }]);
  }

  private async part(service: Upstream): Promise<Part[]> {
    const document = this.known.get(service) ?? (await this.read(service));
    return document ? [{ service, document }] : [];
  }

  private async read(service: Upstream): Promise<OpenApi | undefined> {
    const answer = await this.services.get(service, PATH).catch(() => undefined);
    if (answer?.status !== 200) return undefined;
    this.known.set(service, answer.body as OpenApi);
    return answer.body as OpenApi;
  }

  private async own(): Promise<OpenApi> {
    const answer = await this.host.httpAdapter.getInstance<FastifyInstance>().inject(PATH);
    return answer.json<OpenApi>();
  }
}

import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { contractOf } from '@chengxin/contracts';
import { asyncApiDocument, schemaOf } from '@chengxin/messaging';
import { problem } from '@chengxin/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HouseDocuments } from '../openapi/house-documents.js';
import { GATEWAY_REFUSALS } from '../refusals.js';
import { PAGE, PAGE_FILES, PAGE_POLICY, PAGE_SCRIPT, PAGE_STYLE } from './page.js';

const PAGE_FOLDER = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const A_DAY_S = 86_400;

/** The reference of the API: one page, both documents and the schemas of the events. Raw Fastify: it lies outside `/api/v1`. */
@Injectable()
export class Reference implements OnModuleInit {
  private readonly asyncApi = asyncApiDocument();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly documents: HouseDocuments,
  ) {}

  onModuleInit(): void {
    void this.host.httpAdapter.getInstance<FastifyInstance>().register(async (scope) => {
      await scope.register(fastifyStatic, { root: PAGE_FOLDER, serve: false });
      this.addPage(scope);
      this.addDocuments(scope);
    });
  }

  private addPage(scope: FastifyInstance): void {
    scope.get('/', (_request, reply) => reply.redirect('/api', 302));
    scope.get('/api', (_request, reply) => text(reply.header('content-security-policy', PAGE_POLICY), 'text/html', PAGE));
    scope.get('/api/reference/page.js', (_request, reply) => text(reply, 'text/javascript', PAGE_SCRIPT));
    scope.get('/api/reference/page.css', (_request, reply) => text(reply, 'text/css', PAGE_STYLE));
    for (const file of PAGE_FILES)
      scope.get(`/api/reference/${file}`, (_request, reply) => reply.sendFile(file, { maxAge: A_DAY_S * 1000 }));
  }

  private addDocuments(scope: FastifyInstance): void {
    scope.get('/api/openapi.json', async (_request, reply) => reply.send(await this.documents.openApi()));
    scope.get('/api/asyncapi.json', (_request, reply) => reply.send(this.asyncApi));
    scope.get<{ Params: { type: string } }>('/api/schemas/:type', ({ params: { type } }, reply) => {
      const contract = contractOf(type);
      if (!contract) throw problem('gateway.unknown-event-type', { type }, GATEWAY_REFUSALS);
      return reply.type('application/schema+json').send(JSON.stringify(schemaOf(contract, { closed: false })));
    });
  }
}

const text = (reply: FastifyReply, type: string, content: string): FastifyReply => reply.type(`${type}; charset=utf-8`).send(content);

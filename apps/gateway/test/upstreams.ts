import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { UPSTREAMS, type Upstream } from '../src/routing/routing-table.js';

/** What an upstream of the spec got. */
export type Seen = { service: Upstream; method: string; url: string; headers: FastifyRequest['headers'] };

/** The services as the gateway sees them: small servers that tell what they got, and answer otherwise where a spec says so. */
export type Upstreams = {
  env: Record<string, string>;
  servers: Record<Upstream, FastifyInstance>;
  /** everything they got under /api/v1, in order */
  seen: Seen[];
  close: () => Promise<void>;
};

/** Starts one server for each service on a free port; `prepare` adds routes of the spec's own. */
export async function startUpstreams(prepare: (server: FastifyInstance, service: Upstream) => void): Promise<Upstreams> {
  const seen: Seen[] = [];
  const started = await Promise.all(UPSTREAMS.map(async (service) => [service, await start(service, seen, prepare)] as const));
  return {
    env: Object.fromEntries(started.map(([service, server]) => [`${service.toUpperCase()}_URL`, server.listeningOrigin])),
    servers: Object.fromEntries(started) as Record<Upstream, FastifyInstance>,
    seen,
    close: async () => void (await Promise.all(started.map(([, server]) => server.close()))),
  };
}

async function start(
  service: Upstream,
  seen: Seen[],
  prepare: (server: FastifyInstance, service: Upstream) => void,
): Promise<FastifyInstance> {
  const server = fastify({ forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, body, done) => done(null, body));
  server.addHook('onRequest', async ({ method, url, headers }) => {
    if (url.startsWith('/api/v1')) seen.push({ service, method, url, headers });
  });
  prepare(server, service);
  server.all('/api/v1/*', (_request, reply) => reply.header('x-powered-by', 'tests').send({ service }));
  await server.listen({ port: 0, host: '127.0.0.1' });
  return server;
}

/** The limit of a credit file: a bare Fastify handler selects the same document, ready made, by a named prepared statement. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import Fastify from 'fastify';
import pg from 'pg';

const { BENCH_DATABASE_URL: server, BENCH_DIR: folder, BENCH_ENTERPRISES: enterprises } = process.env;
const CONNECTIONS = '32';

async function serve() {
  const connectionString = Object.assign(new URL(server), { pathname: `/bench_credit_file_${enterprises}` }).href;
  const pool = new pg.Pool({ connectionString, max: 10 });
  const app = Fastify();
  app.get('/api/v1/subjects/:code', async (request, reply) => {
    const { rows } = await pool.query({
      name: 'document',
      text: 'select document from limit_documents where credit_code = $1',
      values: [request.params.code],
    });
    if (!rows[0]) return reply.code(404).send();
    return reply.type('application/json; charset=utf-8').send(rows[0].document);
  });
  console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
}

async function measure() {
  const handler = spawn(process.execPath, [import.meta.filename, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = await once(handler.stdout, 'data');
  const load = path.join(import.meta.dirname, '../load.mjs');
  const args = [load, String(address).trim(), path.join(folder, 'paths.txt'), CONNECTIONS];
  const client = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(client.stdout, 'data');
  handler.kill();
  const { seconds, units, wrong } = JSON.parse(String(said));
  console.log(JSON.stringify({ seconds, units, checked: wrong === 0 }));
}

await (process.argv[2] === 'serve' ? serve() : measure());

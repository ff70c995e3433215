import pg from 'pg';

const REBASE = `select rebase_outbox() as waiting`;

/**
 * Makes an outbox that came from another database server (dump and restore) publishable on this one: what was published stays so,
 * what was not gets transaction numbers of this server, in its old order. As the owner, while the service is stopped. Gives how many
 * events wait.
 */
export async function rebase(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ waiting: number }>(REBASE);
    return rows[0]?.waiting ?? 0;
  } finally {
    await client.end();
  }
}

import { ANNOUNCING_SERVICES } from '@chengxin/contracts';
import pg from 'pg';

/** The passwords of a service's two roles: the owner migrates, the service reads and writes what it was granted. */
export type RolePasswords = { owner: string; service: string };

/** The addresses of a service's database for its two roles. */
export type DatabaseAddresses = { url: string; ownerUrl: string };

/**
 * Creates on this server what is missing: for each service that has a database its two roles and the database itself
 * (UTF-8, C.UTF-8), which nobody else may enter. `server` is the address of a login that may create roles and databases.
 */
export async function createDatabases(
  server: string,
  passwords: Record<string, RolePasswords>,
): Promise<Record<string, DatabaseAddresses>> {
  const client = new pg.Client({ connectionString: server, application_name: 'launcher' });
  client.on('error', () => undefined); // a lost connection fails the query that waits, or the next
  await client.connect();
  try {
    const addresses: Record<string, DatabaseAddresses> = {};
    for (const service of ANNOUNCING_SERVICES) {
      const password = passwords[service];
      if (!password) throw new Error(`no passwords for the database of ${service}`);
      await createDatabase(client, service, password);
      const address = (role: string, secret: string) => addressOf(server, { database: service, role, secret });
      addresses[service] = { url: address(service, password.service), ownerUrl: address(`${service}_owner`, password.owner) };
    }
    return addresses;
  } finally {
    await client.end();
  }
}

async function createDatabase(client: pg.Client, service: string, password: RolePasswords): Promise<void> {
  const owner = `${service}_owner`;
  await createRole(client, owner, password.owner);
  await createRole(client, service, password.service);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [service]);
  if (rowCount) return;
  await client.query(`grant ${owner} to current_user`); // who is no superuser gives a database only to a role of which it is a member
  await client.query(`create database ${service} owner ${owner} encoding 'UTF8' locale 'C.UTF-8' template template0`);
  await client.query(`revoke all on database ${service} from public`);
  await client.query(`grant connect on database ${service} to ${service}`);
}

async function createRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`);
}

function addressOf(server: string, { database, role, secret }: { database: string; role: string; secret: string }): string {
  const url = new URL(server);
  url.username = role;
  url.password = secret;
  url.pathname = `/${database}`;
  return url.href;
}

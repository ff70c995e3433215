import { ANNOUNCING_SERVICES } from '@chengxin/contracts';
import { createDatabases } from '../postgres/databases.js';
import { DATABASES_SETTINGS, ownerPasswordOf, passwordOf, requiredSettings } from './settings.js';

/** Creates each service's database with its two roles where they are missing, and sets the roles' passwords. May be run again. */
async function main(): Promise<void> {
  const settings = requiredSettings<string>(DATABASES_SETTINGS, process.env);
  const passwords = ANNOUNCING_SERVICES.map((service) => [
    service,
    { service: settings[passwordOf(service)] ?? '', owner: settings[ownerPasswordOf(service)] ?? '' },
  ]);
  const databases = await createDatabases(settings.DATABASE_SERVER_URL ?? '', Object.fromEntries(passwords));
  console.log(`the databases are there: ${Object.keys(databases).join(', ')}`);
}

await main();

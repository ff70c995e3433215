import { readDemonstration } from '../start/demonstration.js';
import { settingsFrom } from '../start/settings.js';
import { clientToken, userToken } from './sign-in.js';

/** `npm run token -- USER`: prints a bearer token for a demonstration user, or for a department's machine client by its name. */
async function main([user]: string[]): Promise<void> {
  const { issuer, dataDir } = settingsFrom(process.env);
  const demonstration = readDemonstration(dataDir);
  if (!demonstration) throw new Error(`there is no demonstration in ${dataDir}: run npm start first`);
  const { users, clients } = demonstration;
  const client = clients.find(({ id }) => id === user);
  if (!user || (!client && !users.some((each) => each.user === user))) {
    throw new Error(`usage: npm run token -- ${[...users.map((each) => each.user), ...clients.map(({ id }) => id)].join(' | ')}`);
  }
  console.log(client ? await clientToken(issuer, client) : await userToken(issuer, user));
}

await main(process.argv.slice(2)).catch((fault: Error) => {
  console.error(fault.message === 'fetch failed' ? 'the issuer does not answer: run npm start first' : fault.message);
  process.exitCode = 1;
});
